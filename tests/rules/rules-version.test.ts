import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { emptyState } from "#core/model/contact-state.ts";
import { canonical } from "#core/rules/canonical.ts";
import { decide } from "#core/rules/contact/decide.ts";
import { foldAll } from "#core/rules/fold/fold.ts";
import { currentRulesVersion } from "#core/rules/rules-version.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { day } from "#core/rules/time.ts";
import { monday } from "#tests/support/people/said.ts";
import { histories } from "#tests/support/records/facts.ts";
import { contactRow } from "#tests/support/records/records.ts";

/**
 * What the same 200 random histories fold to, by version of the rules. When this test fails, facts fold to something else
 * than before: raise `currentRulesVersion` and write the new digest under it, so that contacts of earlier versions are folded
 * again. Only where the histories themselves have changed is the digest of the version replaced.
 */
const digests: Record<number, string> = {
  1: "938cf10901899a982eb92a974a36bb64f327e2e790f95ddf0c8fbf79c1cac329",
  2: "4df5ae9da06972421987bf5bc4db1c847ce34c72c5ae5049ac822d67ec69e225",
  3: "832f331e189ed472238deac57ce05341b667b3780cb5c012d6d9026e986c2943",
  4: "fb7c5ec810853c8944173a7ff901dd95e4d94211bc3480ad9526ef6ed4e484c4",
  5: "6c9a20f95608efd38d1cb8746d219b2705049653cdc6cd3784a4014346857f86",
  6: "4eb9c03bb84250c36af8f2afda33b10eba13daf18ef050663a02d400ee050f36",
  7: "452d8ecbff562500f08da9103e5f9ea5cce266b60ca447b8f5b10deb735ceeaa",
  8: "269ee725995df43e5034d1c67dd462d48a9ec75fe095879e7e8d05c1d4864344",
  9: "38843e06b5531463b2aed0e2811e8bc6ba34b6a29d402f34648536a18dd6c4d4",
};

it("is raised when the same facts fold to something else", () => {
  const settings = defaultSettings();
  const contact = contactRow("con_1");
  const outcomes = fc.sample(histories(), { numRuns: 200, seed: 20_261_201 }).map((facts) => {
    const { state, hits, waits } = foldAll(emptyState(monday), facts, settings);
    return [state, hits, waits, decide(state, contact, settings, monday + 90 * day)];
  });

  const digest = createHash("sha256").update(canonical(outcomes)).digest("hex");

  expect(digest).toBe(digests[currentRulesVersion]);
});
