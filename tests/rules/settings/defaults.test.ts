import { describe, expect, it } from "vitest";
import type { Fact } from "#core/model/fact.ts";
import type { Grade } from "#core/model/vocabulary.ts";
import { readScore } from "#core/rules/score/score.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { utcDay } from "#core/rules/time.ts";
import { did, monday, onDay, remembered, replied, said } from "#tests/support/people/said.ts";

const settings = defaultSettings();

function scoreOn(day: number, facts: readonly Fact[]) {
  return readScore(remembered(facts, settings).tallies, settings.scoring, utcDay(onDay(day)));
}

const greets = said("Hello!", { at: monday, intents: ["greeting"] });
const asksPrice = said("How much is it?", { at: monday + 1, intents: ["pricing_question"] });
const compares = said("Or is the other one better?", { at: monday + 2, intents: ["comparison"] });
const asksToBook = said("Please book me for Friday", { at: monday + 3, intents: ["booking_request"] });
const isBooked = replied("You are booked", { at: monday + 4, confirms: "booking" });
const journey: Fact[] = [greets, asksPrice, compares, asksToBook, isBooked];

describe("each step of a journey earns its grade", () => {
  const steps: [string, Grade, Fact][] = [
    ["a greeting", "F", greets],
    ["a price question", "D", asksPrice],
    ["comparing", "C", compares],
    ["asking to book", "B", asksToBook],
    ["a confirmed booking", "A", isBooked],
  ];

  it.each(steps)("%s alone is %s", (_step, grade, fact) => {
    expect(scoreOn(0, [fact]).grade).toBe(grade);
  });

  it.each(steps)("%s after the steps before it is %s", (_step, grade, fact) => {
    const soFar = journey.slice(0, journey.indexOf(fact) + 1);

    expect(scoreOn(0, soFar).grade).toBe(grade);
  });

  it.each(steps)("%s that is said five times over is still %s", (_step, grade, fact) => {
    const repeated = Array.from({ length: 5 }, (_, i) => ({ ...fact, id: `again${i}`, at: fact.at + i * 1000 }));

    expect(scoreOn(0, repeated).grade).toBe(grade);
  });
});

it.each([
  ["a purchase that a shop reports", "A", [did("purchase_completed")]],
  ["a booking that a calendar reports", "A", [did("booking_confirmed")]],
  ["wanting to buy", "B", [said("I'll take it", { intents: ["purchase_intent"] })]],
  ["negotiating", "B", [said("10% off?", { intents: ["negotiation"] })]],
  ["an attempt to book", "B", [did("booking_attempted")]],
  ["a yes to an offer to book", "B", [replied("Shall I book it?", { offers: "booking" }), said("Yes", { at: monday + 1, answer: "yes" })]],
  ["asking to book and then losing interest", "D", [asksToBook, said("Not interested", { at: monday + 4, intents: ["not_interested"] })]],
  ["everything but a booking", "B", [greets, asksPrice, compares, asksToBook]],
  ["claiming to have booked", "F", [said("I have booked already", { intents: ["conversion"] })]],
] as const)("%s is %s", (_story, grade, facts) => {
  expect(scoreOn(0, facts).grade).toBe(grade);
});

it("gives the points of an intent for 60 days", () => {
  expect(scoreOn(59, [asksToBook]).score).toBe(61);
  expect(scoreOn(60, [asksToBook]).score).toBe(1);
});

it("takes the points of a cancelled booking away, and keeps those of the wish to book", () => {
  const cancelled = did("booking_cancelled", { at: onDay(1) });

  expect(scoreOn(1, [...journey, cancelled]).grade).toBe("B");
});

it("has the numbers of the product's law", () => {
  expect(settings.status).toEqual({ activeMinMessages: 3, inactiveAfterDays: 14, churnedAfterDays: 60, intentTtlDays: 30 });
  expect(settings.scoring.grades).toEqual({ A: 80, B: 60, C: 40, D: 20 });
  expect(settings.sentiment).toEqual({ halfLifeDays: 14, bands: { veryNegative: -0.6, negative: -0.2, positive: 0.2, veryPositive: 0.6 } });
  expect(settings.stages).toEqual({ followUpAfterDays: 30, newCycleAfterDays: 1 });
  expect(settings.flags).toEqual({ vipConversions: 3, vipLifetimeValue: null, atRiskDays: 14 });
  expect(settings.analysts).toEqual(["rules"]);
});

it("has the categories intent, engagement, fit, conversion and manual, and no signal in another", () => {
  const categories = Object.keys(settings.scoring.categories);

  expect(categories.sort()).toEqual(["conversion", "engagement", "fit", "intent", "manual"]);
  expect(settings.scoring.signals.filter(({ category }) => !categories.includes(category))).toEqual([]);
});
