import { describe, expect, it } from "vitest";
import { type FollowUpState, followUpSettingsSchema, followUpStates } from "#core/model/followup.ts";
import { moveFollowUp, reviewAt, unsent } from "#core/rules/followups/machine.ts";
import { day } from "#core/rules/time.ts";
import { followUpRow } from "#tests/support/followups/followups.ts";
import { monday } from "#tests/support/people/said.ts";

const policy = followUpSettingsSchema.parse({});

/** Every step there is, as product.md §8 draws them; all others are conflicts. */
const steps: Record<FollowUpState, readonly FollowUpState[]> = {
  proposed: ["approved", "snoozed", "dismissed", "withdrawn", "expired"],
  snoozed: ["proposed", "approved", "snoozed", "dismissed", "withdrawn", "expired"],
  approved: ["proposed", "claimed", "dismissed", "withdrawn", "expired", "failed", "sent", "unknown"],
  claimed: ["approved", "sent", "failed", "unknown"],
  sent: ["replied", "converted", "opted_out", "no_reply"],
  replied: ["converted", "opted_out"],
  unknown: ["approved", "sent", "failed"],
  converted: [],
  opted_out: [],
  no_reply: [],
  dismissed: [],
  withdrawn: [],
  expired: [],
  failed: [],
};
const pairs = followUpStates.flatMap((from) => followUpStates.map((to) => [from, to, steps[from].includes(to)] as const));

describe("every pair of states", () => {
  it.each(pairs.filter(([, , exists]) => exists))("%s becomes %s", (from, to) => {
    expect(moveFollowUp(followUpRow({ state: from }), to, {}, policy, monday)).toMatchObject({ state: to, updatedAt: monday });
  });

  it.each(pairs.filter(([, , exists]) => !exists))("%s does not become %s", (from, to) => {
    expect(() => moveFollowUp(followUpRow({ state: from }), to, {}, policy, monday)).toThrow(expect.objectContaining({ code: "conflict" }));
  });
});

describe("a follow-up that moves", () => {
  it.each(pairs.filter(([, , exists]) => exists))("from %s to %s has ended exactly where nothing follows", (from, to) => {
    const { endedAt, reviewAt: next } = moveFollowUp(followUpRow({ state: from, sentAt: monday }), to, {}, policy, monday);

    // An answer may yet be followed by a conversion; whose outcome is unknown waits for a person.
    expect(endedAt).toBe(steps[to].length === 0 ? monday : null);
    if (endedAt !== null) expect(next).toBeNull();
  });

  it("carries what is changed with it, and nothing else", () => {
    const before = followUpRow({ state: "approved" });

    expect(moveFollowUp(before, "withdrawn", { endedBecause: "kept" }, policy, monday)).toEqual({
      ...before,
      state: "withdrawn",
      endedBecause: "kept",
      endedAt: monday,
      updatedAt: monday,
      reviewAt: null,
    });
  });
});

describe("time alone", () => {
  it.each([
    ["proposed", { dueAt: monday }, monday + 7 * day],
    ["approved", { dueAt: monday }, monday + 7 * day],
    ["snoozed", { reviewAt: monday + day }, monday + day],
    ["sent", { dueAt: monday, sentAt: monday + day }, monday + 8 * day],
    ["replied", { dueAt: monday, sentAt: monday + day }, monday + 8 * day],
    ["claimed", {}, null],
    ["unknown", {}, null],
  ] as const)("looks at one that is %s", (state, given, expected) => {
    expect(reviewAt(followUpRow({ state, ...given }), policy)).toBe(expected);
  });

  it("has more ways to stop what is unsent than people: each may be withdrawn and may expire", () => {
    for (const state of unsent) expect(steps[state]).toEqual(expect.arrayContaining(["withdrawn", "expired", "dismissed"]));
  });
});
