import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ContactState, emptyState } from "#core/model/contact-state.ts";
import type { Fact } from "#core/model/fact.ts";
import { decide } from "#core/rules/contact/decide.ts";
import { lifetimeValueOf } from "#core/rules/contact/lifetime-value.ts";
import { type Explanation, explain } from "#core/rules/explain/explain.ts";
import { bookingOf } from "#core/rules/fold/bookings.ts";
import { foldAll } from "#core/rules/fold/fold.ts";
import { did, gave, monday, onDay, put, replied, said, settingsWith, signalOn } from "#tests/support/people/said.ts";
import { anySettings, histories, instants } from "#tests/support/records/facts.ts";

const signals = [
  signalOn("price", { type: "ai", intent: "pricing_question", points: 19, decay: { halfLifeDays: 14 }, version: 3 }),
  signalOn("books", { type: "ai", intent: "booking_request", points: 60, cap: 50 }),
  signalOn("sold", { type: "ai", intent: "conversion", points: 80 }),
  signalOn("manual", { type: "manual" }),
];
const settings = settingsWith({ signals, categories: { engagement: {} } });

function explained(facts: readonly Fact[], now: number, vipOverride: boolean | null = null): Explanation {
  const { state, hits } = foldAll(emptyState(monday), facts, settings);
  return explain({ state, hits, facts, decreed: { createdAt: monday, vipOverride } }, settings, now);
}

const books = said("I want to book", { id: "msg_books", at: onDay(1), intents: ["booking_request"] });
const confirmed = replied("You are booked", { id: "msg_sold", at: onDay(2), confirms: "booking" });
const paid = did("purchase_completed", { id: "act_paid", at: onDay(3) });

describe("status is explained", () => {
  it.each<[string, Fact[], number, object]>([
    ["by nothing, before anybody wrote", [], onDay(1), { value: "new", rule: "status.new", evidence: [], reviewAt: onDay(14) }],
    [
      "by the buying intent and its words",
      [books],
      onDay(3),
      {
        value: "qualified",
        because: "booking_request: “I want to book”",
        evidence: [{ factId: "msg_books", kind: "message", at: onDay(1), quote: "I want to book" }],
        arithmetic: ["booking_request 2 days ago, counts for 30 (intentTtlDays)"],
        reviewAt: onDay(31),
      },
    ],
    [
      "by the words that ended the intent",
      [books, said("Not interested", { id: "msg_no", at: onDay(2), intents: ["not_interested"] })],
      onDay(3),
      { value: "new", evidence: [{ factId: "msg_no", quote: "Not interested" }], arithmetic: expect.arrayContaining(["ended by not_interested"]) },
    ],
    [
      "by the conversion, and what broke the silence after it",
      [confirmed, said("See you", { id: "msg_see", at: onDay(5) })],
      onDay(10),
      {
        value: "converted",
        evidence: [
          { factId: "msg_sold", quote: "You are booked" },
          { factId: "msg_see", quote: "See you" },
        ],
        arithmetic: ["1 conversion", "silent for 5 days, churned from 60 on (churnedAfterDays)"],
        reviewAt: onDay(65),
      },
    ],
    [
      "by an action",
      [paid],
      onDay(70),
      { value: "churned", evidence: [{ factId: "act_paid", kind: "action", quote: "purchase_completed" }], reviewAt: null },
    ],
    [
      "by silence and the last words",
      [said("Hello", { id: "msg_hi" })],
      onDay(20),
      { value: "inactive", evidence: [{ factId: "msg_hi", quote: "Hello" }], reviewAt: null },
    ],
    [
      "by the number of messages",
      [said("1", { at: onDay(0) }), said("2", { at: onDay(1) }), said("3", { id: "msg_3", at: onDay(2) })],
      onDay(3),
      {
        value: "active",
        evidence: [{ factId: "msg_3" }],
        arithmetic: ["3 inbound messages, active from 3 on (activeMinMessages)", "silent for 1 days, inactive from 14 on (inactiveAfterDays)"],
        reviewAt: onDay(16),
      },
    ],
  ])("%s", (_story, facts, now, expected) => {
    expect(explained(facts, now).status).toMatchObject(expected);
  });
});

describe("stage is explained", () => {
  it.each<[string, Fact[], number, object]>([
    ["as the beginning", [], onDay(1), { value: "inquiry", because: "initial contact", evidence: [], arithmetic: ["journey cycle 1"] }],
    ["by the words that moved it", [books], onDay(1), { value: "closing", evidence: [{ factId: "msg_books", quote: "I want to book" }] }],
    [
      "by what was said after an offer",
      [replied("Shall I send the price list?", { offers: "other" }), said("What is in it?", { id: "msg_on", at: onDay(1) })],
      onDay(1),
      { value: "comparing", evidence: [{ factId: "msg_on", quote: "What is in it?" }] },
    ],
    ["by an action", [paid], onDay(4), { value: "in_progress", evidence: [{ factId: "act_paid" }], reviewAt: onDay(33) }],
    [
      "by the conversion when time has moved it",
      [paid],
      onDay(40),
      {
        value: "follow_up",
        evidence: [{ factId: "act_paid" }],
        arithmetic: ["journey cycle 1", "converted 37 days ago, follow-up from 30 on (followUpAfterDays)"],
        reviewAt: null,
      },
    ],
    ["by what staff set", [put("comparing", { id: "stg_1" })], onDay(1), { because: "set by staff", evidence: [{ factId: "stg_1", kind: "stage" }] }],
  ])("%s", (_story, facts, now, expected) => {
    expect(explained(facts, now).stage).toMatchObject(expected);
  });
});

it("explains the score by its hits, their decay, its caps and its grade", () => {
  const facts = [said("How much?", { id: "msg_1", intents: ["pricing_question"] }), books, gave(5, "met at the fair", { id: "adj_1", at: onDay(2) })];

  expect(explained(facts, onDay(14)).score).toMatchObject({
    value: 65,
    grade: "B",
    because: "3 contributions; grade B is from 60 on",
    evidence: [
      { factId: "msg_1", quote: "How much?" },
      { factId: "msg_books", quote: "I want to book" },
      { factId: "adj_1", kind: "adjustment", quote: "met at the fair" },
    ],
    arithmetic: [
      "price@3: 19 × 0.5 after 14 days = 9.5",
      "books@1: 60",
      "manual@1: 5",
      "capped by books 50: -10",
      "raw 64.5, rounded 65, within 0 to 100: 65",
    ],
    reviewAt: onDay(15),
  });
});

describe("sentiment is explained", () => {
  it("by its days and the two messages that say it most strongly", () => {
    const facts = [
      said("Awful", { id: "msg_1", at: onDay(0), sentiment: -0.8 }),
      said("ok", { id: "msg_2", at: onDay(1) }),
      said("Fine", { id: "msg_3", at: onDay(14), sentiment: 0.1 }),
      said("Bad", { id: "msg_4", at: onDay(14), sentiment: -0.5 }),
    ];

    expect(explained(facts, onDay(20)).sentiment).toMatchObject({
      value: "negative",
      evidence: [
        { factId: "msg_1", quote: "Awful" },
        { factId: "msg_4", quote: "Bad" },
      ],
      arithmetic: expect.arrayContaining(["2026-01-05: 1 × mean -0.8, weight 0.5", "2026-01-19: 2 × mean -0.2, weight 1"]),
      reviewAt: null,
    });
  });

  it("by nothing without a tone", () => {
    expect(explained([said("12")], onDay(1)).sentiment).toMatchObject({ value: null, because: "no message carries a tone", evidence: [] });
  });
});

describe("VIP is explained", () => {
  const thrice = [3, 8, 13].map((on) => did("purchase_completed", { id: `act_${on}`, at: onDay(on) }));

  it.each<[string, Fact[], boolean | null, object]>([
    [
      "by the conversions",
      thrice,
      null,
      { value: true, rule: "vip.conversions", evidence: thrice.map(({ id }) => ({ factId: id })), reviewAt: null },
    ],
    ["without those that were revoked", [...thrice, did("purchase_refunded", { at: onDay(14) })], null, { value: false, evidence: [{}, {}] }],
    ["not by the best grade and one booking", [books, confirmed], null, { value: false, rule: "vip.none", reviewAt: null }],
    ["by staff", [], true, { value: true, because: "set by staff", evidence: [] }],
    ["by staff, when they say no", thrice, false, { value: false, because: "set by staff", evidence: [] }],
    ["by what is missing", [], null, { value: false, because: "fewer than 3 conversions" }],
  ])("%s", (_story, facts, vipOverride, expected) => {
    expect(explained(facts, onDay(15), vipOverride).vip).toMatchObject(expected);
  });
});

describe("at-risk is explained", () => {
  const unhappy = said("This is bad", { id: "msg_bad", at: onDay(3), sentiment: -0.7 });
  const complains = said("It never came", { id: "msg_never", at: onDay(4), intents: ["complaint"] });

  it.each<[string, Fact[], number, object]>([
    ["by nothing that was said", [said("Hello", { id: "msg_hello" })], onDay(1), { value: false, rule: "at_risk.none", reviewAt: null }],
    ["by the tone", [paid, unhappy], onDay(5), { value: true, rule: "at_risk.sentiment", evidence: [{ factId: "msg_bad" }], reviewAt: onDay(17) }],
    [
      "by a complaint",
      [paid, complains],
      onDay(5),
      { value: true, evidence: [{ factId: "msg_never", quote: "It never came" }], reviewAt: onDay(18) },
    ],
    ["by silence", [paid], onDay(35), { value: true, rule: "at_risk.silence", evidence: [{ factId: "act_paid" }], reviewAt: onDay(63) }],
    ["by what is well", [paid], onDay(5), { value: false, rule: "at_risk.none", reviewAt: onDay(33) }],
  ])("%s", (_story, facts, now, expected) => {
    expect(explained(facts, now).atRisk).toMatchObject(expected);
  });
});

it("gives what is decided, of every history: evidence that is there, and no horizon in the past", () => {
  fc.assert(
    fc.property(histories(), anySettings, instants, (history, drawn, now) => {
      const facts = history.filter(({ at }) => at <= now);
      const { state, hits } = foldAll(emptyState(monday), facts, drawn);
      const decreed = { createdAt: monday, vipOverride: null };
      const decision = decide(state, decreed, drawn, now);
      const ids = new Set(facts.map(({ id }) => id));

      const { asOf: _, reviewAt, ...parts } = explain({ state, hits, facts, decreed }, drawn, now);

      expect(Object.entries(parts).map(([name, { value }]) => [name, value])).toEqual([
        ["status", decision.status.status],
        ["stage", decision.stage.stage],
        ["score", decision.score.score],
        ["sentiment", decision.sentiment?.level ?? null],
        ["vip", decision.vip.value],
        ["atRisk", decision.atRisk.value],
        ["bookedFor", bookedFor(state)],
        ["lifetimeValue", lifetimeValueOf(state)],
      ]);
      expect(reviewAt).toBe(decision.reviewAt);
      for (const part of Object.values(parts)) {
        expect(part.because).not.toBe("");
        expect(part.evidence.every(({ factId }) => ids.has(factId))).toBe(true);
        expect(part.reviewAt === null || part.reviewAt > now).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});

function bookedFor(state: ContactState) {
  const booking = bookingOf(state);
  return booking && { from: booking.from, to: booking.to, allDay: booking.allDay };
}

describe("what was agreed is explained", () => {
  const offer = replied("Friday 3pm, $40?", { id: "msg_offer", at: onDay(1), offers: "booking" });
  const said40 = { at: onDay(1), id: "msg_offer", quote: "Friday 3pm, $40?" };
  const agreed = {
    bookedFor: { from: onDay(90), to: null, allDay: false, ...said40 },
    amount: { thousandths: 40_000, currency: "USD", ...said40 },
  };
  const sold = replied("You are booked", { id: "msg_sold", at: onDay(2), confirms: "booking", agreed });
  const bothTurns = [
    { factId: "msg_offer", quote: "Friday 3pm, $40?" },
    { factId: "msg_sold", quote: "You are booked" },
  ];

  it("by the words that name it and those that confirm it", () => {
    const found = explained([offer, sold], onDay(100));

    expect(found.bookedFor).toMatchObject({ rule: "booked_for.said", because: "booked for 2026-04-05 00:00", evidence: bothTurns });
    expect(found.lifetimeValue).toMatchObject({ rule: "lifetime_value.sum", because: "worth 40 USD", evidence: bothTurns });
    expect(found.status).toMatchObject({ value: "converted", reviewAt: onDay(150), arithmetic: expect.arrayContaining(["1 conversion"]) });
  });

  it("by nothing, where nothing stands", () => {
    const found = explained([offer, sold, did("booking_cancelled", { id: "act_off", at: onDay(3) })], onDay(100));

    expect(found.bookedFor).toMatchObject({ value: null, rule: "booked_for.none", evidence: [] });
    expect(found.lifetimeValue).toMatchObject({ value: null, rule: "lifetime_value.none", evidence: [] });
  });
});
