import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyState } from "#core/model/contact-state.ts";
import type { Fact } from "#core/model/fact.ts";
import type { Settings } from "#core/model/settings.ts";
import { type ContactDecision, decide } from "#core/rules/contact/decide.ts";
import { foldAll } from "#core/rules/fold/fold.ts";
import { day, utcDay } from "#core/rules/time.ts";
import { did, monday, onDay, remembered, replied, said, settingsWith, signalOn } from "#tests/support/people/said.ts";
import { anySettings, histories, instants } from "#tests/support/records/facts.ts";

const decreed = { createdAt: monday, vipOverride: null };

/** What lists and filters show. */
function shown({ status, stage, score, sentiment, vip, atRisk }: ContactDecision) {
  return [status.status, stage.stage, stage.cycle, score.score, score.grade, sentiment, vip.value, atRisk.value];
}

/** Instants at which a rule might change its answer, a millisecond before each and after: midnights, and the facts' windows. */
function edges(facts: readonly Fact[], { status, stages, flags }: Settings, from: number, until: number): number[] {
  const windows = [
    status.inactiveAfterDays,
    status.churnedAfterDays,
    status.churnedAfterDays / 2,
    status.intentTtlDays,
    stages.followUpAfterDays,
    flags.atRiskDays,
  ];
  const starts = [monday, ...facts.map(({ at }) => at)];
  const ends = starts.flatMap((start) => windows.map((window) => start + window * day));
  const midnights = Array.from({ length: Math.min(200, utcDay(until) - utcDay(from) + 1) }, (_, i) => (utcDay(from) + i) * day);
  return [...midnights, ...ends, until].flatMap((edge) => [edge - 1, edge, edge + 1]).filter((edge) => edge > from && edge < until);
}

describe("reviewAt", () => {
  it("is never late: until then nothing that is shown changes by time alone", () => {
    fc.assert(
      fc.property(histories(20), anySettings, instants, (facts, settings, now) => {
        const { state } = foldAll(emptyState(monday), facts, settings);
        const at = (instant: number) => decide(state, decreed, settings, instant);
        const { reviewAt, ...decision } = at(now);

        expect(reviewAt ?? Infinity).toBeGreaterThan(now);
        for (const edge of edges(facts, settings, now, reviewAt ?? now + 400 * day)) {
          expect(shown(at(edge))).toEqual(shown({ reviewAt, ...decision }));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("comes to an end: a contact left alone is looked at a few times, and then never again", () => {
    fc.assert(
      fc.property(histories(20), anySettings, (facts, settings) => {
        const { state } = foldAll(emptyState(monday), facts, settings);
        let now = monday + 120 * day;
        let looks = 0;
        for (let next: number | null = now; next !== null; looks++) {
          now = next;
          next = decide(state, decreed, settings, now).reviewAt;
          expect(looks).toBeLessThan(500);
        }

        expect(shown(decide(state, decreed, settings, now + 5000 * day))).toEqual(shown(decide(state, decreed, settings, now)));
      }),
    );
  });

  const fading = settingsWith({ signals: [signalOn("opened", { points: 40, decay: { halfLifeDays: 30 } })] });
  const expiring = settingsWith({ signals: [signalOn("opened", { points: 40, decay: { expiresAfterDays: 10 } })] });
  const slow = settingsWith({ signals: [signalOn("opened", { points: 1, decay: { halfLifeDays: 300 } })] });
  const opened = did("opened", { at: onDay(0.5) });

  it.each([
    ["the instant at which the status changes", [said("Hi", { at: onDay(0.5) })], settingsWith(), onDay(1), onDay(14.5)],
    ["the instant at which the contact comes to be at risk", [replied("Booked", { confirms: "booking" })], settingsWith(), onDay(1), onDay(30)],
    [
      "the instant at which the complaint is forgotten",
      [replied("Booked", { confirms: "booking" }), said("Bad", { at: onDay(1), intents: ["complaint"] })],
      settingsWith(),
      onDay(2),
      onDay(15),
    ],
    [
      "the instant at which follow-up begins",
      [replied("Booked", { confirms: "booking" }), said("Thanks", { at: onDay(20) })],
      settingsWith({}, { stages: { followUpAfterDays: 25 } }),
      onDay(21),
      onDay(25),
    ],
    ["the midnight on which the score is another number", [opened], fading, onDay(0.5), onDay(1)],
    ["the midnight on which points expire", [opened], expiring, onDay(0.5), onDay(10)],
    ["the 32nd day when points are still alive that change nothing sooner", [opened], slow, onDay(20), onDay(52)],
    ["never when nothing can change any more", [opened], fading, onDay(400), null],
  ] as const)("is %s", (_story, facts, settings, now, expected) => {
    const { reviewAt } = decide(remembered(facts, settings), decreed, settings, now);

    expect(reviewAt).toBe(expected);
  });
});

it("brings everything together at one instant, with its evidence", () => {
  const settings = settingsWith({ signals: [signalOn("booked", { type: "ai", intent: "conversion", points: 80 })] });
  const facts = [
    said("Book me, please!", { intents: ["booking_request"], sentiment: 0.7 }),
    replied("You are booked", { at: onDay(1), confirms: "booking" }),
  ];

  const decision = decide(remembered(facts, settings), decreed, settings, onDay(2));

  expect(decision).toMatchObject({
    status: { status: "converted", because: "a booking or purchase is confirmed", since: onDay(1) },
    stage: { stage: "in_progress", because: "confirmed: “You are booked”", cycle: 1 },
    score: { score: 80, grade: "A", raw: 80 },
    sentiment: { score: 0.7, level: "very_positive", trend: "steady" },
    vip: { value: false, because: null },
    atRisk: { value: false, because: null },
    reviewAt: onDay(31),
  });
});
