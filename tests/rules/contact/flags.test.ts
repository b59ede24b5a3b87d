import { describe, expect, it } from "vitest";
import type { Fact } from "#core/model/fact.ts";
import { decide } from "#core/rules/contact/decide.ts";
import { decideVip } from "#core/rules/contact/flags.ts";
import { did, gave, monday, onDay, remembered, replied, said, settingsWith, signalOn } from "#tests/support/people/said.ts";

const settings = settingsWith({ signals: [signalOn("manual", { type: "manual", points: 0, category: "manual" })] });

function decidedAt(now: number, facts: readonly Fact[], vipOverride: boolean | null = null) {
  return decide(remembered(facts, settings), { createdAt: monday, vipOverride }, settings, now);
}

const confirms = (at: number) => replied("You are booked", { at, confirms: "booking" });
const wantsToBook = said("Can I book?", { at: onDay(0), intents: ["booking_request"] });
const confirmsSale = (at: number) => replied("We got your payment", { at, confirms: "purchase" });
const euros = (units: number, currency: string | null = "EUR") => ({ thousandths: units * 1000, currency });
const buys = (units: number, at: number, currency: string | null = "EUR") => did("purchase_completed", { at, amount: euros(units, currency) });
const complains = (at: number) => said("This is bad", { at, intents: ["complaint"] });

describe("a VIP", () => {
  it.each([
    ["is whom staff set", [], true, { value: true, because: "set by staff" }],
    [
      "is not whom staff unset, whatever they bought",
      [confirms(onDay(0)), confirms(onDay(2)), confirms(onDay(4))],
      false,
      { value: false, because: null },
    ],
    ["is who converted three times", [confirms(onDay(0)), confirms(onDay(2)), confirms(onDay(4))], null, { value: true, because: "3 conversions" }],
    ["is not who converted twice", [confirms(onDay(0)), confirms(onDay(2))], null, { value: false, because: null }],
    ["is not who has the best grade and one booking", [confirms(onDay(0)), gave(99, "regular")], null, { value: false, because: null }],
    ["is not who has the best grade and is only qualified", [wantsToBook, gave(99, "regular")], null, { value: false, because: null }],
    ["is not who has spent much, while that is no matter", [buys(9999, onDay(0))], null, { value: false, because: null }],
    [
      "is not who had a third conversion cancelled",
      [confirms(onDay(0)), confirms(onDay(2)), confirms(onDay(3)), did("booking_cancelled", { at: onDay(4) })],
      null,
      { value: false, because: null },
    ],
  ] as const)("%s", (_story, facts, override, expected) => {
    const { vip } = decidedAt(onDay(5), facts, override);

    expect(vip).toMatchObject(expected);
  });

  it("stays one by three conversions, also once churned", () => {
    const byCount = decidedAt(onDay(99), [confirms(onDay(0)), confirms(onDay(2)), confirms(onDay(4))]);

    expect(byCount).toMatchObject({ status: { status: "churned" }, vip: { value: true } });
  });

  it("needs as many conversions as the agent says", () => {
    const vip = decideVip(remembered([confirms(onDay(0))]), null, { vipConversions: 1, vipLifetimeValue: null, atRiskDays: 14 });

    expect(vip).toEqual({ value: true, because: "1 conversion", reviewAt: null });
  });

  it.each([
    ["is who has spent as much as is asked for", [buys(299.9, onDay(0)), buys(200.1, onDay(1))], "lifetime value 500 EUR"],
    ["is not who has spent less", [buys(299, onDay(0)), buys(200, onDay(1))], null],
    ["is who has spent it without a word of the currency", [buys(500, onDay(0), null)], "lifetime value 500"],
    ["is not who has spent it in two currencies together", [buys(300, onDay(0)), buys(300, onDay(1), "USD")], null],
    ["is not who had it refunded", [buys(300, onDay(0)), buys(300, onDay(1)), did("purchase_refunded", { at: onDay(2) })], null],
    ["is not who had it confirmed by word and by a system", [confirmsSale(onDay(0)), buys(300, onDay(0) + 1), confirmsSale(onDay(0) + 2)], null],
    ["is not who only looked at something as dear", [did("link_clicked", { at: onDay(0), amount: euros(900) })], null],
  ] as const)("%s", (_story, facts, because) => {
    const dear = { ...settings, flags: { ...settings.flags, vipLifetimeValue: 500 } };
    const { vip } = decide(remembered(facts, dear), { createdAt: monday, vipOverride: null }, dear, onDay(5));

    expect(vip).toEqual({ value: because !== null, because, reviewAt: null });
  });
});

describe("at risk", () => {
  it.each([
    ["a converted contact who is content is not", [confirms(onDay(0))], onDay(1), null],
    ["a qualified contact in a negative mood is", [wantsToBook, said("Meh", { sentiment: -0.3, at: onDay(1) })], onDay(2), "sentiment is negative"],
    [
      "a converted contact in a very negative mood is",
      [confirms(onDay(0)), said("Awful", { sentiment: -0.9 })],
      onDay(2),
      "sentiment is very negative",
    ],
    ["a contact whose mood is just neutral is not", [confirms(onDay(0)), said("Meh", { sentiment: -0.2 })], onDay(2), null],
    ["a new contact in a very negative mood is", [said("Awful", { sentiment: -0.9 })], onDay(2), "sentiment is very negative"],
    ["a contact whose bad mood is just under 14 days old is", [said("Awful", { sentiment: -0.9 })], onDay(14) - 1, "sentiment is very negative"],
    ["a contact whose bad mood is 14 days old is not", [said("Awful", { sentiment: -0.9 })], onDay(14), null],
    [
      "a converted contact who complained just under 14 days ago is",
      [confirms(onDay(0)), complains(onDay(1))],
      onDay(15) - 1,
      "complaint: “This is bad”",
    ],
    ["a converted contact who complained 14 days ago is not", [confirms(onDay(0)), complains(onDay(1))], onDay(15), null],
    [
      "a converted contact who wants to cancel is",
      [confirms(onDay(0)), said("Cancel it", { at: onDay(1), intents: ["cancellation"] })],
      onDay(2),
      "cancellation: “Cancel it”",
    ],
    ["a new contact who complained is", [complains(onDay(0))], onDay(1), "complaint: “This is bad”"],
    ["a new contact who is abusive is", [said("You thieves", { at: onDay(0), intents: ["abuse"] })], onDay(1), "abuse: “You thieves”"],
    ["a qualified contact who is silent is not", [wantsToBook], onDay(29.5), null],
    ["a churned contact who complains is", [confirms(onDay(0)), complains(onDay(70))], onDay(71), "complaint: “This is bad”"],
    ["a converted contact just under 30 days silent is not", [confirms(onDay(0))], onDay(30) - 1, null],
    ["a converted contact 30 days silent is", [confirms(onDay(0))], onDay(30), "silent for 30 days"],
    ["a converted contact just under 60 days silent is", [confirms(onDay(0))], onDay(60) - 1, "silent for 30 days"],
    ["a churned contact is not: that is over", [confirms(onDay(0))], onDay(60), null],
    ["our own messages do not end the silence", [confirms(onDay(0)), replied("Still there?", { at: onDay(29) })], onDay(30), "silent for 30 days"],
  ] as const)("%s", (_story, facts, now, because) => {
    const { atRisk } = decidedAt(now, facts);

    expect(atRisk).toMatchObject({ value: because !== null, because });
  });

  it("is foreseen: when a mood or a complaint is forgotten, when the silence is long enough, and when it has become churn", () => {
    const moody = decidedAt(onDay(2), [said("Awful", { at: onDay(0.5), sentiment: -0.9 })]);
    const complaining = decidedAt(onDay(2), [confirms(onDay(0)), complains(onDay(1))]);
    const silent = decidedAt(onDay(31), [confirms(onDay(0))]);
    const content = decidedAt(onDay(2), [confirms(onDay(0))]);

    expect(moody.atRisk.reviewAt).toBe(onDay(14));
    expect(silent.atRisk.reviewAt).toBe(onDay(60));
    expect(complaining.atRisk.reviewAt).toBe(onDay(15));
    expect(content.atRisk.reviewAt).toBe(onDay(30));
  });

  it("comes to half of an odd number of days at noon", () => {
    const odd = settingsWith({}, { status: { churnedAfterDays: 61 } });
    const state = remembered([confirms(onDay(0))], odd);

    const [before, then] = [onDay(30.5) - 1, onDay(30.5)].map((now) => decide(state, { createdAt: monday, vipOverride: null }, odd, now));

    expect(before?.atRisk).toMatchObject({ value: false, reviewAt: onDay(30.5) });
    expect(then?.atRisk).toMatchObject({ value: true, because: "silent for 30.5 days" });
  });
});
