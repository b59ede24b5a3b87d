import { describe, expect, it } from "vitest";
import type { Fact } from "#core/model/fact.ts";
import { settingsSchema } from "#core/model/settings.ts";
import { decide } from "#core/rules/contact/decide.ts";
import { classifyStatus, silenceStart } from "#core/rules/contact/status.ts";
import { did, monday, onDay, put, remembered, replied, said, settingsWith } from "#tests/support/people/said.ts";

const policy = settingsWith().status;

function statusAt(now: number, facts: readonly Fact[], status = policy) {
  return classifyStatus(remembered(facts), monday, status, now);
}

const hello = said("Hi", { at: onDay(0) });
const three = [said("Hi", { at: onDay(0) }), said("Are you open?", { at: onDay(1) }), said("Thanks", { at: onDay(2) })];
const wantsToBook = said("Can I book?", { at: onDay(0), intents: ["booking_request"] });
const confirmed = replied("You are booked", { at: onDay(0), confirms: "booking" });

describe("the first rule that holds gives the status, to the millisecond", () => {
  it.each([
    ["nobody has written, and the contact is new", [], onDay(0), "new"],
    ["nobody has written for just under 14 days", [], onDay(14) - 1, "new"],
    ["nobody has written for 14 days", [], onDay(14), "inactive"],
    ["two messages are not yet active", [hello, said("Open?", { at: onDay(1) })], onDay(1), "new"],
    ["three messages are active", three, onDay(2), "active"],
    ["three messages and just under 14 days of silence", three, onDay(16) - 1, "active"],
    ["three messages and 14 days of silence", three, onDay(16), "inactive"],
    ["an intent to buy qualifies", [wantsToBook], onDay(0), "qualified"],
    ["an intent to buy outlives 14 days of silence", [wantsToBook], onDay(14), "qualified"],
    ["an intent to buy just under 30 days old", [wantsToBook], onDay(30) - 1, "qualified"],
    ["an intent to buy 30 days old", [wantsToBook], onDay(30), "inactive"],
    [
      "an intent that ran out leaves an active contact active",
      [wantsToBook, ...three.map((fact) => ({ ...fact, at: onDay(29) }))],
      onDay(30),
      "active",
    ],
    ["an intent that ran out leaves a contact of few messages new", [wantsToBook, said("ok", { at: onDay(29) })], onDay(30), "new"],
    ["a confirmed booking converts", [wantsToBook, confirmed], onDay(0), "converted"],
    ["a confirmed booking and just under 60 days of silence", [confirmed], onDay(60) - 1, "converted"],
    ["a confirmed booking and 60 days of silence", [confirmed], onDay(60), "churned"],
    ["fresh intent to buy does not make a converted contact qualified", [confirmed, { ...wantsToBook, at: onDay(50) }], onDay(50), "converted"],
    ["a churned contact that writes is converted again", [confirmed, said("Hi again", { at: onDay(70) })], onDay(70), "converted"],
  ] as const)("%s", (_story, facts, now, status) => {
    const decision = statusAt(now, facts);

    expect(decision.status).toBe(status);
  });
});

describe("nobody is churned or called silent before what they have booked is long over", () => {
  const booked = (from: string, to: string | null = null) => did("booking_confirmed", { at: onDay(0), bookedFor: { from, to } });
  // The 5th of January is the first day.
  const inMay = booked("2026-05-05T00:00Z");
  it.each([
    ["long after they booked", [inMay], onDay(119), "converted", onDay(180), false],
    ["just before half of the silence", [inMay], onDay(150) - 1, "converted", onDay(180), false],
    ["half of the silence after it", [inMay], onDay(150), "converted", onDay(180), true],
    ["just before all of it", [inMay], onDay(180) - 1, "converted", onDay(180), true],
    ["all of the silence after it", [inMay], onDay(180), "churned", null, false],
    ["a day is over at its end", [booked("2026-05-05")], onDay(181) - 1, "converted", onDay(181), true],
    ["days are over at the end of the last", [booked("2026-05-05", "2026-05-07")], onDay(183) - 1, "converted", onDay(183), true],
    ["and by then all of the silence begins", [booked("2026-05-05", "2026-05-07")], onDay(183), "churned", null, false],
    ["words after it count, too", [inMay, said("Hi", { at: onDay(170) })], onDay(200) - 1, "converted", onDay(230), false],
    ["a time that was over already changes nothing", [booked("2025-05-05")], onDay(60), "churned", null, false],
    ["cancelled, it holds nobody", [inMay, did("booking_cancelled", { at: onDay(1) })], onDay(15), "inactive", null, false],
  ] as const)("%s", (_story, facts, now, status, reviewAt, isAtRisk) => {
    const decision = decide(remembered(facts), { createdAt: monday, vipOverride: null }, settingsWith(), now);

    expect([decision.status.status, decision.status.reviewAt, decision.atRisk.value]).toEqual([status, reviewAt, isAtRisk]);
  });

  it("and they are converted since they booked, not since a message in between", () => {
    expect(statusAt(onDay(119), [inMay, said("Hi", { at: onDay(100) })])).toMatchObject({ status: "converted", since: onDay(0) });
  });
});

describe("silence", () => {
  it.each([
    ["starts with the last inbound message", [confirmed, said("Hi", { at: onDay(3) })], onDay(3)],
    ["starts with the last action of the customer", [hello, did("link_clicked", { at: onDay(4) })], onDay(4)],
    ["starts with the conversion when nothing came later", [hello, replied("Booked", { at: onDay(5), confirms: "booking" })], onDay(5)],
    ["is not broken by our own messages", [hello, replied("Still there?", { at: onDay(6) })], onDay(0)],
    ["is not broken by what other systems report", [hello, did("order_fulfilled", { at: onDay(6) })], onDay(0)],
    ["is not broken by staff who set a stage", [hello, put("closing", { at: onDay(6) })], onDay(0)],
    ["starts with the contact's creation when nobody has written", [replied("Hello!", { at: onDay(6) })], onDay(-1)],
  ] as const)("%s", (_story, facts, expected) => {
    const start = silenceStart(remembered(facts), onDay(-1));

    expect(start).toBe(expected);
  });
});

describe("buying intent", () => {
  it.each(["purchase_intent", "booking_request", "negotiation"])("qualifies by %s", (intent) => {
    const decision = statusAt(onDay(1), [said("I want that", { intents: [intent] })]);

    expect(decision).toMatchObject({ status: "qualified", because: `${intent}: “I want that”`, since: monday, reviewAt: onDay(30) });
  });

  it.each(["pricing_question", "comparison", "greeting", "conversion", "booking_confirmed"])("is not shown by %s", (intent) => {
    const decision = statusAt(onDay(1), [said("Well", { intents: [intent] })]);

    expect(decision.status).toBe("new");
  });

  it.each(["not_interested", "cancellation"])("is ended by a later %s", (intent) => {
    const decision = statusAt(onDay(2), [wantsToBook, said("No, leave it", { at: onDay(1), intents: [intent] })]);

    expect(decision.status).toBe("new");
  });

  it("is ended by a refusal in the same breath", () => {
    const decision = statusAt(onDay(0), [said("I wanted to book, but no thanks", { intents: ["booking_request", "not_interested"] })]);

    expect(decision.status).toBe("new");
  });

  it("is taken up again after a refusal", () => {
    const decision = statusAt(onDay(2), [
      wantsToBook,
      said("No, leave it", { at: onDay(1), intents: ["not_interested"] }),
      said("All right, book me", { at: onDay(2), intents: ["booking_request"] }),
    ]);

    expect(decision).toMatchObject({ status: "qualified", since: onDay(2), reviewAt: onDay(32) });
  });

  it("is not ended by a complaint", () => {
    const decision = statusAt(onDay(2), [wantsToBook, said("You are slow", { at: onDay(1), intents: ["complaint"] })]);

    expect(decision.status).toBe("qualified");
  });
});

it("never converts by the customer's own words, whatever was read in them", () => {
  const claims = said("I have booked and paid", { intents: ["conversion"], conversion: { kind: "booking", quote: "booked and paid" } });

  const decision = statusAt(onDay(0), [claims]);

  expect(decision.status).toBe("new");
});

it.each([
  ["a new contact is looked at when it would be inactive", [hello], onDay(1), onDay(14)],
  ["an active contact is looked at when it would be inactive", three, onDay(3), onDay(16)],
  ["a qualified contact is looked at when the intent runs out", [wantsToBook], onDay(3), onDay(30)],
  ["a converted contact is looked at when it would churn", [confirmed, said("Thanks", { at: onDay(5) })], onDay(6), onDay(65)],
  ["a churned contact is never looked at for time alone", [confirmed], onDay(61), null],
  ["an inactive contact is never looked at for time alone", [hello], onDay(14), null],
] as const)("%s", (_story, facts, now, reviewAt) => {
  const decision = statusAt(now, facts);

  expect(decision.reviewAt).toBe(reviewAt);
});

describe("since, the time of the evidence", () => {
  it.each([
    ["a conversion is the evidence of converted", [hello, { ...confirmed, at: onDay(3) }, said("Thanks", { at: onDay(5) })], onDay(6), onDay(3)],
    ["churned begins when the silence is long enough", [confirmed], onDay(80), onDay(60)],
    ["what broke a long silence is the evidence of converted again", [confirmed, said("Hi again", { at: onDay(70) })], onDay(71), onDay(70)],
    ["what comes at the very end of a long silence broke it", [confirmed, said("Hi again", { at: onDay(60) })], onDay(60), onDay(60)],
    ["what comes just before the end of a long silence did not", [confirmed, said("Hi again", { at: onDay(60) - 1 })], onDay(60), onDay(0)],
    ["new after an intent begins when the intent runs out", [wantsToBook, said("ok", { at: onDay(29) })], onDay(31), onDay(30)],
    ["new goes by the last words when nothing else holds", [hello, said("ok", { at: onDay(3) })], onDay(5), onDay(3)],
    ["inactive begins when the silence is long enough", [hello], onDay(40), onDay(14)],
    ["inactive after an intent begins when the intent runs out", [wantsToBook], onDay(40), onDay(30)],
    ["active after an intent begins when the intent runs out", [wantsToBook, ...three.map((f) => ({ ...f, at: onDay(20) }))], onDay(31), onDay(30)],
    [
      "new after an intent begins with the words that ended it",
      [wantsToBook, said("Not interested", { at: onDay(1), intents: ["not_interested"] }), did("link_clicked", { at: onDay(0.5) })],
      onDay(3),
      onDay(1),
    ],
    [
      "inactive after an intent that was ended long ago begins with the silence",
      [wantsToBook, said("Not interested", { at: onDay(1), intents: ["not_interested"] })],
      onDay(40),
      onDay(15),
    ],
  ] as const)("%s", (_story, facts, now, since) => {
    const decision = statusAt(now, facts);

    expect(decision.since).toBe(since);
  });
});

it("follows the agent's own numbers", () => {
  const own = settingsSchema.shape.status.parse({ activeMinMessages: 1, inactiveAfterDays: 2, churnedAfterDays: 4, intentTtlDays: 3 });

  const statuses = [
    statusAt(onDay(2) - 1, [hello], own),
    statusAt(onDay(2), [hello], own),
    statusAt(onDay(3) - 1, [wantsToBook], own),
    statusAt(onDay(3), [wantsToBook], own),
    statusAt(onDay(4) - 1, [confirmed], own),
    statusAt(onDay(4), [confirmed], own),
  ].map(({ status }) => status);

  expect(statuses).toEqual(["active", "inactive", "qualified", "inactive", "converted", "churned"]);
});
