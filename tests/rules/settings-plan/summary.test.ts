import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DerivedValues } from "#core/model/operations/plan.ts";
import { grades, stages, statuses } from "#core/model/vocabulary.ts";
import { areSameValues } from "#core/rules/settings-plan/derived-values.ts";
import { addToDigest, emptyDigest, planHash } from "#core/rules/settings-plan/hash.ts";
import type { PlannedOutcome } from "#core/rules/settings-plan/outcome.ts";
import { emptySummary, summed } from "#core/rules/settings-plan/summary.ts";
import { wouldFire } from "#core/rules/settings-plan/would-fire.ts";
import { settingsWith } from "#tests/support/people/said.ts";

const standing: fc.Arbitrary<DerivedValues> = fc.record({
  status: fc.constantFrom(...statuses),
  stage: fc.constantFrom(...stages),
  score: fc.integer({ min: 0, max: 100 }),
  grade: fc.constantFrom(...grades),
  sentimentLevel: fc.constantFrom("negative" as const, null),
  vip: fc.boolean(),
  atRisk: fc.boolean(),
});
const names = fc.uniqueArray(fc.constantFrom("a", "b", "c"));
const fires = fc.uniqueArray(fc.record({ trigger: fc.constantFrom("ghosting", "promise"), isAhead: fc.boolean() }), {
  selector: (one) => one.trigger,
});

/** Outcomes of as many contacts, no two of one. */
const outcomes: fc.Arbitrary<PlannedOutcome[]> = fc
  .array(fc.record({ before: standing, after: standing, gained: names, lost: names, fires }), { maxLength: 30 })
  .map((all) =>
    all.map((one, at) => ({
      ...one,
      contactId: `con_${at}`,
      isChanged: !areSameValues(one.before, one.after),
      by: one.after.score - one.before.score,
      because: [],
    })),
  );

/** Moves are found in the order of the contacts: that says nothing. */
function told(given: readonly PlannedOutcome[][]) {
  const { status, stage, grade, ...rest } = given.reduce(summed, emptySummary());
  const sorted = (moves: typeof status) => moves.map(({ from, to, count }) => `${from} ${to} ${count}`).sort();
  return { ...rest, status: sorted(status), stage: sorted(stage), grade: sorted(grade) };
}

describe("the summary of a plan", () => {
  it("is the same in whatever order and grouping the contacts come", () => {
    const given = outcomes.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 30, maxLength: 30 }),
      ),
    );

    fc.assert(
      fc.property(given, ([all, shuffled, sizes]) => {
        const groups: PlannedOutcome[][] = [];
        for (let at = 0; at < shuffled.length; at += sizes[groups.length - 1] ?? 1) groups.push(shuffled.slice(at, at + (sizes[groups.length] ?? 1)));

        expect(told(groups)).toEqual(told([all]));
      }),
    );
  });

  it("counts each contact, and those that change", () => {
    fc.assert(
      fc.property(outcomes, (all) => {
        const { contacts, changed, movers } = summed(emptySummary(), all);

        expect({ contacts, changed }).toEqual({ contacts: all.length, changed: all.filter(({ isChanged }) => isChanged).length });
        expect(movers.map(({ by }) => Math.abs(by))).toEqual(
          all
            .map(({ by }) => Math.abs(by))
            .filter((by) => by > 0)
            .sort((a, b) => b - a)
            .slice(0, 10),
        );
      }),
    );
  });

  it("leaves the one it adds to as it was", () => {
    const before = emptySummary();

    fc.assert(fc.property(outcomes, (all) => void summed(before, all)));

    expect(before).toEqual(emptySummary());
  });
});

describe("what a plan would set off", () => {
  it("is flags raised, follow-ups whose time is to come, and signals that begin to count; of nobody it is not named", () => {
    const summary = {
      ...emptySummary(),
      vip: { gained: 2, lost: 5 },
      atRisk: { gained: 0, lost: 1 },
      signals: [
        { signalId: "asks", gained: 3, lost: 0 },
        { signalId: "gone", gained: 0, lost: 3 },
      ],
      triggers: [
        { trigger: "no_show", ahead: 4, passed: 9 },
        { trigger: "ghosting", ahead: 0, passed: 1 },
      ],
    };

    expect(wouldFire(summary)).toEqual([
      { kind: "flag", name: "vip", contacts: 2 },
      { kind: "followup", name: "no_show", contacts: 4 },
      { kind: "signal", name: "asks", contacts: 3 },
    ]);
  });
});

describe("the digest", () => {
  const digestOf = (all: readonly PlannedOutcome[]) => all.reduce(addToDigest, emptyDigest);

  it("is 64 hexadecimal digits, whatever the order of the changes", () => {
    const given = outcomes.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));

    fc.assert(
      fc.property(given, ([all, shuffled]) => {
        expect(digestOf(all)).toMatch(/^[0-9a-f]{64}$/);
        expect(digestOf(shuffled)).toBe(digestOf(all));
      }),
    );
  });

  it("is another when a change is left out, or is somebody else's", () => {
    fc.assert(
      fc.property(
        outcomes.filter((all) => all.length > 0),
        (all) => {
          const [first, ...rest] = all;
          if (!first) return;

          expect(digestOf(rest)).not.toBe(digestOf(all));
          expect(digestOf([{ ...first, contactId: "con_other" }, ...rest])).not.toBe(digestOf(all));
        },
      ),
    );
  });
});

describe("the hash of a plan", () => {
  const plan = { baseVersion: 1, document: settingsWith(), summary: emptySummary() };

  it("hangs on the version it began from, the document, and who would change", () => {
    const others = [
      { ...plan, baseVersion: 2 },
      { ...plan, document: settingsWith({}, { followUps: { gapHours: 5 } }) },
      { ...plan, summary: { ...plan.summary, changed: 1 } },
      { ...plan, summary: { ...plan.summary, digest: "1".repeat(64) } },
    ];

    expect(new Set([plan, ...others].map(planHash)).size).toBe(5);
    expect(planHash({ ...plan, document: settingsWith() })).toBe(planHash(plan));
  });
});
