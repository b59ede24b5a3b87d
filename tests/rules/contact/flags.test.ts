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
    ["is who has grade A and converted", [confirms(onDay(0)), gave(80, "regular")], null, { value: true, because: "grade A and converted" }],
    ["is not who has grade B and converted", [confirms(onDay(0)), gave(79, "regular")], null, { value: false, because: null }],
    ["is not who has grade A and is only qualified", [wantsToBook, gave(99, "regular")], null, { value: false, because: null }],
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

  it("is no longer one by grade once churned, but stays one by three conversions", () => {
    const byGrade = decidedAt(onDay(60), [confirms(onDay(0)), gave(80, "regular")]);
    const byCount = decidedAt(onDay(99), [confirms(onDay(0)), confirms(onDay(2)), confirms(onDay(4))]);

    expect(byGrade.vip.value).toBe(false);
    expect(byCount.vip.value).toBe(true);
  });

  it("needs as many conversions as the agent says", () => {
    const vip = decideVip(remembered([confirms(onDay(0))]), null, "F", "converted", { vipConversions: 1, atRiskDays: 14 });

    expect(vip).toEqual({ value: true, because: "1 conversions", reviewAt: null });
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
    ["a new contact in a negative mood is not", [said("Awful", { sentiment: -0.9 })], onDay(2), null],
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
    ["a new contact who complained is not", [complains(onDay(0))], onDay(1), null],
    ["a converted contact just under 30 days silent is not", [confirms(onDay(0))], onDay(30) - 1, null],
    ["a converted contact 30 days silent is", [confirms(onDay(0))], onDay(30), "silent for 30 days"],
    ["a converted contact just under 60 days silent is", [confirms(onDay(0))], onDay(60) - 1, "silent for 30 days"],
    ["a churned contact is not: that is over", [confirms(onDay(0))], onDay(60), null],
    ["our own messages do not end the silence", [confirms(onDay(0)), replied("Still there?", { at: onDay(29) })], onDay(30), "silent for 30 days"],
  ] as const)("%s", (_story, facts, now, because) => {
    const { atRisk } = decidedAt(now, facts);

    expect(atRisk).toMatchObject({ value: because !== null, because });
  });

  it("is foreseen: when a complaint is forgotten, and when the silence is long enough", () => {
    const complaining = decidedAt(onDay(2), [confirms(onDay(0)), complains(onDay(1))]);
    const content = decidedAt(onDay(2), [confirms(onDay(0))]);

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
