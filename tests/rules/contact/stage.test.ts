import { describe, expect, it } from "vitest";
import type { Fact } from "#core/model/fact.ts";
import { stages } from "#core/model/vocabulary.ts";
import { reachBuying, reachStage, setStage, stageAt, stageReviewAt } from "#core/rules/contact/stage.ts";
import { did, onDay, put, remembered, replied, said, settingsWith } from "#tests/support/people/said.ts";

const policy = settingsWith().stages;

/** The stage that the facts and the time until `now` have led to. */
function stageOf(now: number, facts: readonly Fact[]) {
  const state = remembered(facts);
  return stageAt(state.stage, state.conversions.last?.at ?? null, policy, now);
}

const hello = said("Hi", { at: onDay(0) });
const booked = replied("You are booked", { at: onDay(1), confirms: "booking" });
const fulfilled = did("order_fulfilled", { at: onDay(5) });

describe("evidence moves the stage forward", () => {
  it.each([
    ["a first message is an inquiry", [hello], "inquiry"],
    ["a price question is still an inquiry", [said("How much?", { intents: ["pricing_question"] })], "inquiry"],
    ["comparing is comparing", [said("Or the other one?", { intents: ["comparison"] })], "comparing"],
    [
      "going on after an offer is comparing",
      [replied("Shall I hold a room?", { offers: "booking" }), said("Which rooms?", { at: onDay(1) })],
      "comparing",
    ],
    ["going on after a choice is comparing", [replied("Red or blue?", { offers: "other" }), said("hm", { at: onDay(1) })], "comparing"],
    [
      "an offer still stands when we say more before the answer",
      [replied("Shall I hold a room?", { offers: "booking" }), replied("It has a view", { at: onDay(0.1) }), said("Which?", { at: onDay(1) })],
      "comparing",
    ],
    [
      "saying no to an offer is not going on",
      [replied("Shall I book?", { offers: "booking" }), said("No", { at: onDay(1), answer: "no" })],
      "inquiry",
    ],
    [
      "losing interest after an offer is not going on",
      [replied("Shall I book?", { offers: "booking" }), said("Not for me", { at: onDay(1), intents: ["not_interested"] })],
      "inquiry",
    ],
    ["an offer alone moves nothing", [hello, replied("Shall I book?", { at: onDay(1), offers: "booking" })], "inquiry"],
    ["wanting to buy is closing", [said("I'll take it", { intents: ["purchase_intent"] })], "closing"],
    ["asking to book is closing", [said("Book me", { intents: ["booking_request"] })], "closing"],
    ["negotiating is closing", [said("10% off?", { intents: ["negotiation"] })], "closing"],
    [
      "a yes to an offer to book is closing",
      [replied("Shall I book?", { offers: "booking" }), said("Yes", { at: onDay(1), answer: "yes" })],
      "closing",
    ],
    ["a yes to a choice is comparing", [replied("Red or blue?", { offers: "other" }), said("Yes", { at: onDay(1), answer: "yes" })], "comparing"],
    ["trying to book is closing", [did("booking_attempted")], "closing"],
    ["our confirmation is in progress", [hello, booked], "in_progress"],
    ["a purchase that a shop reports is in progress", [did("purchase_completed")], "in_progress"],
    ["a booking that a calendar reports is in progress", [did("booking_confirmed")], "in_progress"],
    ["an order fulfilled is follow-up", [booked, fulfilled], "follow_up"],
    ["our word that it is done is follow-up", [booked, replied("Delivered!", { at: onDay(2), fulfils: true })], "follow_up"],
    [
      "our word that something is done before anything was bought moves nothing",
      [hello, replied("Sent you the list", { at: onDay(1), fulfils: true })],
      "inquiry",
    ],
    [
      "comparing after asking to book stays closing",
      [said("Book me", { intents: ["booking_request"] }), said("Or B?", { at: onDay(1), intents: ["comparison"] })],
      "closing",
    ],
    [
      "asking to book again while in progress stays in progress",
      [booked, said("One more?", { at: onDay(9), intents: ["booking_request"] })],
      "in_progress",
    ],
  ] as const)("%s", (_story, facts, stage) => {
    const reached = stageOf(onDay(10), facts);

    expect(reached).toMatchObject({ stage, cycle: 1 });
  });

  it.each(stages.flatMap((from, i) => stages.map((to, j) => [from, to, i < j ? to : from] as const)))(
    "from %s by evidence of %s to %s",
    (from, to, expected) => {
      const held = { stage: from, since: { at: onDay(0), id: "a" }, cycle: 1, because: "before" };

      const reached = reachStage(held, to, { at: onDay(1), id: "b" }, "evidence");

      expect(reached).toEqual(expected === from ? held : { stage: to, since: { at: onDay(1), id: "b" }, cycle: 1, because: "evidence" });
    },
  );
});

describe("time moves a conversion to follow-up", () => {
  it.each([
    ["just under 30 days after it", [booked], onDay(31) - 1, "in_progress"],
    ["30 days after it", [booked], onDay(31), "follow_up"],
    ["counted from the last conversion", [booked, replied("Booked again", { at: onDay(9), confirms: "booking" })], onDay(39) - 1, "in_progress"],
    ["when staff set it in progress meanwhile", [booked, put("in_progress", { at: onDay(9) })], onDay(31), "follow_up"],
    ["but not what staff set in progress without a conversion", [hello, put("in_progress", { at: onDay(9) })], onDay(300), "in_progress"],
    ["but not what staff set back to in progress after it", [booked, put("in_progress", { at: onDay(40) })], onDay(300), "in_progress"],
    ["but not what staff set back at that very instant", [booked, put("in_progress", { at: onDay(31) })], onDay(300), "in_progress"],
    [
      "again after a later conversion",
      [booked, put("in_progress", { at: onDay(40) }), did("purchase_completed", { at: onDay(50) })],
      onDay(80),
      "follow_up",
    ],
    ["but not another stage that staff chose", [booked, put("comparing", { at: onDay(9) })], onDay(300), "comparing"],
  ] as const)("%s", (_story, facts, now, stage) => {
    const reached = stageOf(now, facts);

    expect(reached.stage).toBe(stage);
  });

  it("says so, at the instant it happened", () => {
    const reached = stageOf(onDay(99), [booked]);

    expect(reached).toEqual({ stage: "follow_up", since: { at: onDay(31), id: "" }, cycle: 1, because: "30 days after the conversion" });
  });

  it("is foreseen while in progress, and at no other stage", () => {
    const inProgress = remembered([booked]);
    const closing = remembered([did("booking_attempted")]);

    expect(stageReviewAt(inProgress.stage, onDay(1), policy)).toBe(onDay(31));
    expect(stageReviewAt(closing.stage, null, policy)).toBeNull();
  });

  it("has happened for facts that come later", () => {
    const state = remembered([booked, said("Hi again", { at: onDay(40) })]);

    expect(state.stage).toMatchObject({ stage: "follow_up", since: { at: onDay(31), id: "" } });
  });
});

describe("a new journey cycle", () => {
  const wants = (at: number) => said("Book me again", { at, intents: ["booking_request"] });

  it.each([
    ["does not open just under a day after follow-up began", [booked, fulfilled, wants(onDay(6) - 1)], { stage: "follow_up", cycle: 1 }],
    ["opens with buying words a day after follow-up began", [booked, fulfilled, wants(onDay(6))], { stage: "closing", cycle: 2 }],
    ["opens with a conversion", [booked, fulfilled, did("purchase_completed", { at: onDay(6) })], { stage: "in_progress", cycle: 2 }],
    ["opens with an attempt to book", [booked, fulfilled, did("booking_attempted", { at: onDay(6) })], { stage: "closing", cycle: 2 }],
    [
      "does not open with a comparison",
      [booked, fulfilled, said("Or B?", { at: onDay(9), intents: ["comparison"] })],
      { stage: "follow_up", cycle: 1 },
    ],
    ["does not open with an order fulfilled again", [booked, fulfilled, did("order_fulfilled", { at: onDay(9) })], { stage: "follow_up", cycle: 1 }],
    ["counts from the follow-up that time brought", [booked, wants(onDay(32) - 1)], { stage: "follow_up", cycle: 1 }],
    ["opens a day after the follow-up that time brought", [booked, wants(onDay(32))], { stage: "closing", cycle: 2 }],
    ["counts from the follow-up that staff set", [put("follow_up", { at: onDay(2) }), wants(onDay(3))], { stage: "closing", cycle: 2 }],
    ["opens a third time", [booked, fulfilled, did("purchase_completed", { at: onDay(7) }), wants(onDay(50))], { stage: "closing", cycle: 3 }],
  ] as const)("%s", (_story, facts, expected) => {
    const reached = stageOf(facts.at(-1)?.at ?? 0, facts);

    expect(reached).toMatchObject(expected);
  });

  it("begins when the agent's own number of days has passed", () => {
    const held = { stage: "follow_up", since: { at: onDay(0), id: "" }, cycle: 1, because: "" } as const;
    const own = { followUpAfterDays: 1, newCycleAfterDays: 5 };

    const early = reachBuying(held, "closing", { at: onDay(5) - 1, id: "a" }, "wants", own);
    const late = reachBuying(held, "closing", { at: onDay(5), id: "a" }, "wants", own);

    expect(early).toBe(held);
    expect(late).toEqual({ stage: "closing", since: { at: onDay(5), id: "a" }, cycle: 2, because: "wants" });
  });
});

describe("staff", () => {
  it.each(stages.flatMap((from) => stages.map((to) => [from, to] as const)))("may move a contact from %s to %s", (from, to) => {
    const held = { stage: from, since: { at: onDay(0), id: "a" }, cycle: 2, because: "before" };

    const moved = setStage(held, to, { at: onDay(1), id: "b" });

    expect(moved).toEqual({ stage: to, since: { at: onDay(1), id: "b" }, cycle: 2, because: "set by staff" });
  });

  it.each([
    ["hold against evidence of an earlier stage", [put("closing"), said("A or B?", { at: onDay(1), intents: ["comparison"] })], "closing"],
    [
      "are overruled by later evidence that moves forward",
      [booked, put("inquiry", { at: onDay(2) }), said("A or B?", { at: onDay(3), intents: ["comparison"] })],
      "comparing",
    ],
    ["are not overruled by earlier evidence that comes in late", [put("inquiry", { at: onDay(4) }), booked], "inquiry"],
  ] as const)("%s", (_story, facts, stage) => {
    const reached = stageOf(onDay(5), facts);

    expect(reached.stage).toBe(stage);
  });
});

it("goes back to where the journey was when the only conversion is cancelled", () => {
  const facts = [said("Book me", { at: onDay(0), intents: ["booking_request"] }), booked, did("booking_cancelled", { at: onDay(2) })];

  const reached = stageOf(onDay(3), facts);

  expect(reached).toMatchObject({ stage: "closing", since: { at: onDay(0) }, cycle: 1 });
});

it("begins with the contact's first fact", () => {
  const reached = stageOf(onDay(9), [said("Hi", { at: onDay(3), id: "m1" }), said("Hello?", { at: onDay(4) })]);

  expect(reached).toEqual({ stage: "inquiry", since: { at: onDay(3), id: "m1" }, cycle: 1, because: "initial contact" });
});
