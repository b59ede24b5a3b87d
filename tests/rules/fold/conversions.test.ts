import { describe, expect, it } from "vitest";
import type { Fact } from "#core/model/fact.ts";
import { conversionIn, revocationIn, revokedFacts } from "#core/rules/fold/conversions.ts";
import { did, monday, onDay, remembered, replied, said } from "#tests/support/people/said.ts";

const hours = (count: number) => onDay(count / 24);
const confirms = (id: string, at: number) => replied("You are booked", { id, at, confirms: "booking" });
const reports = (id: string, at: number, reference: string | null = null) => did("booking_confirmed", { id, at, reference });
const cancels = (at: number, reference: string | null = null) => did("booking_cancelled", { id: `cancel_${at}`, at, reference });

describe("a conversion", () => {
  it.each([
    [
      "is a purchase that a shop reports",
      did("purchase_completed", { id: "a", reference: "order-1" }),
      { kind: "purchase", reference: "order-1", byMessage: false },
    ],
    ["is a booking that a calendar reports", did("booking_confirmed", { id: "a" }), { kind: "booking", reference: null, byMessage: false }],
    ["is the business's own confirming message", confirms("a", monday), { kind: "booking", reference: null, byMessage: true }],
    [
      "is a bot's confirming message too",
      replied("Paid!", { id: "a", author: "bot", confirms: "purchase" }),
      { kind: "purchase", reference: null, byMessage: true },
    ],
  ] as const)("%s", (_story, fact, expected) => {
    const conversion = conversionIn(fact);

    expect(conversion).toEqual({ at: monday, id: "a", amount: null, ...expected });
  });

  it.each([
    ["the customer's own words", said("I have booked", { conversion: { kind: "booking", quote: "booked" } })],
    ["an attempt to book", did("booking_attempted")],
    ["a cancellation", cancels(monday)],
    ["an action that nobody knows", did("constructor")],
    ["an ordinary answer", replied("We open at nine")],
  ])("is not %s", (_story, fact) => {
    const conversion = conversionIn(fact);

    expect(conversion).toBeNull();
  });
});

describe("a revocation", () => {
  it.each([
    ["is a booking cancelled", cancels(monday, "b-1"), { kind: "booking", reference: "b-1" }],
    ["is a purchase refunded", did("purchase_refunded"), { kind: "purchase", reference: null }],
    ["is the business's own word that it was cancelled", replied("We cancelled it", { revokes: "booking" }), { kind: "booking", reference: null }],
    ["is not the customer's word", said("I cancelled", { revocation: { kind: "booking", quote: "cancelled" } }), null],
    ["is not a name that every object has", did("toString"), null],
  ])("%s", (_story, fact, expected) => {
    const revocation = revocationIn(fact);

    expect(revocation).toEqual(expected);
  });
});

describe("conversions are counted", () => {
  it.each([
    ["once for a confirming message", [confirms("m", hours(0))], 1],
    ["once when a report and a message within a day speak of it", [reports("a", hours(0)), confirms("m", hours(24) - 1)], 1],
    ["once when the message comes before the report", [confirms("m", hours(0)), reports("a", hours(24) - 1)], 1],
    ["twice when the message comes a day later", [reports("a", hours(0)), confirms("m", hours(24))], 2],
    [
      "once when the business confirms and reminds within a day each time",
      [confirms("m1", hours(0)), confirms("m2", hours(20)), confirms("m3", hours(40))],
      1,
    ],
    ["twice for two reports within an hour", [reports("a", hours(0)), reports("b", hours(1))], 2],
    [
      "twice for two reports, each with its confirming message",
      [reports("a", hours(0)), confirms("m1", hours(0.1)), reports("b", hours(1)), confirms("m2", hours(1.1))],
      2,
    ],
    ["twice for a booking and a purchase", [confirms("m", hours(0)), did("purchase_completed", { at: hours(1) })], 2],
  ])("%s", (_story, facts, count) => {
    const { conversions } = remembered(facts);

    expect(conversions.count).toBe(count);
  });
});

describe("a cancellation revokes", () => {
  it.each([
    ["the one booking there is", [reports("a", hours(0)), cancels(hours(1))], ["a"]],
    ["the booking it names", [reports("a", hours(0), "b-1"), reports("b", hours(1), "b-2"), cancels(hours(2), "b-1")], ["a"]],
    [
      "every report of the booking it names",
      [reports("a", hours(0), "b-1"), reports("again", hours(30), "b-1"), cancels(hours(40), "b-1")],
      ["a", "again"],
    ],
    ["the newest booking when it names none", [reports("a", hours(0), "b-1"), reports("b", hours(1), "b-2"), cancels(hours(2))], ["b"]],
    ["the newest and then the one before", [reports("a", hours(0)), reports("b", hours(1)), cancels(hours(2)), cancels(hours(3))], ["a", "b"]],
    [
      "the messages that confirmed the same one",
      [confirms("m1", hours(0)), reports("a", hours(1), "b-1"), confirms("m2", hours(2)), cancels(hours(50), "b-1")],
      ["m1", "a", "m2"],
    ],
    [
      "a chain of messages that confirmed the same one",
      [confirms("m1", hours(0)), confirms("m2", hours(20)), confirms("m3", hours(40)), cancels(hours(50))],
      ["m1", "m2", "m3"],
    ],
    ["a booking known by messages alone, whatever reference it is cancelled under", [confirms("m", hours(0)), cancels(hours(1), "b-1")], ["m"]],
    ["no booking of another reference", [reports("a", hours(0), "b-1"), cancels(hours(1), "b-2")], []],
    ["no booking when it is a refund", [reports("a", hours(0)), did("purchase_refunded", { at: hours(1) })], []],
    ["nothing that comes later", [cancels(hours(0)), reports("a", hours(1))], []],
    ["the earlier booking when the same message confirms another", [confirms("m1", hours(0)), { ...moved("m2", hours(30)) }], ["m1"]],
    ["nothing when the same message alone confirms one", [moved("m", hours(0))], []],
  ])("%s", (_story, facts, expected) => {
    const revoked = revokedFacts(facts);

    expect([...revoked].sort()).toEqual([...expected].sort());
  });

  it("and what is left is what the status goes by", () => {
    const facts = [reports("a", hours(0), "b-1"), confirms("m1", hours(1)), reports("b", hours(2), "b-2"), cancels(hours(3), "b-2")];

    const { conversions } = remembered(facts);

    expect(conversions).toMatchObject({ count: 1, last: { at: hours(1), id: "m1" } });
  });
});

/** "I cancelled your booking on Friday and booked you for Saturday." */
function moved(id: string, at: number): Fact {
  return replied("Moved to Saturday", { id, at, confirms: "booking", revokes: "booking" });
}
