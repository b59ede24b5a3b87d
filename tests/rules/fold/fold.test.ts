import { describe, expect, it } from "vitest";
import { type ContactState, emptyState } from "#core/model/contact-state.ts";
import { canAppend } from "#core/rules/fold/fold.ts";
import { did, gave, monday, noted, onDay, put, remembered, replied, said } from "#tests/support/people/said.ts";

describe("what the rules remember", () => {
  it("of nothing is nothing", () => {
    expect(remembered([])).toEqual(emptyState(monday));
  });

  it("is how many messages there were, the first and the last", () => {
    const state = remembered([
      said("Hi", { at: onDay(0), id: "a" }),
      replied("Hello", { at: onDay(1), id: "b" }),
      said("Open?", { at: onDay(2), id: "c" }),
    ]);

    expect(state).toMatchObject({
      inboundCount: 2,
      outboundCount: 1,
      firstInboundAt: onDay(0),
      lastInbound: { at: onDay(2), id: "c" },
      lastOutbound: { at: onDay(1), id: "b", offer: null },
      cursor: { at: onDay(2), id: "c" },
    });
  });

  it("is where the first message came from, whoever wrote it", () => {
    const state = remembered([said("Hi", { at: onDay(1), source: "lead_form" }), said("Hi", { at: onDay(2), source: "whatsapp" })]);
    const afterOurs = remembered([replied("Hello", { at: onDay(0) }), said("Hi", { at: onDay(1), source: "lead_form" })]);

    expect(state.origin?.source).toBe("lead_form");
    expect(afterOurs.origin?.source).toBe("telegram");
  });

  it("is the language last spoken, and what is too short to tell changes nothing", () => {
    const state = remembered([
      said("Hola", { at: onDay(0), language: "es" }),
      said("Hello there", { at: onDay(1), language: "en" }),
      said("ok", { at: onDay(2), language: null }),
    ]);

    expect(state.language).toEqual({ at: onDay(1), id: `in_${onDay(1)}`, language: "en" });
  });

  it.each([
    ["buying", "purchase_intent"],
    ["buying", "booking_request"],
    ["buying", "negotiation"],
    ["buyingEnded", "not_interested"],
    ["buyingEnded", "cancellation"],
    ["complaint", "complaint"],
    ["complaint", "cancellation"],
  ] as const)("is the last %s, shown by %s", (field, intent) => {
    const state = remembered([said("first", { at: onDay(0), intents: [intent] }), said("last", { at: onDay(1), intents: [intent] })]);

    expect(state[field]).toEqual({ at: onDay(1), id: `in_${onDay(1)}`, intent, quote: "last" });
  });

  it("is a yes to an offer as the wish to have it", () => {
    const state = remembered([replied("Shall I order it?", { offers: "purchase" }), said("Yes please", { at: onDay(1), answer: "yes" })]);

    expect(state.buying).toMatchObject({ intent: "purchase_intent", quote: "Shall I order it?" });
  });

  it.each([
    [
      "of an offer that was taken back by a later one",
      [replied("A?", { offers: "booking" }), replied("Or B?", { at: onDay(1), offers: "other" })],
      "Or B?",
    ],
    ["of an offer that we went on to explain", [replied("A?", { offers: "booking" }), replied("It has a view", { at: onDay(1) })], "A?"],
    [
      "of an offer that was answered before we went on",
      [replied("A?", { offers: "booking" }), said("Hm", { at: onDay(1) }), replied("Well", { at: onDay(2) })],
      undefined,
    ],
  ] as const)("%s is the one that stands", (_story, facts, quote) => {
    expect(remembered(facts).lastOutbound?.offer?.quote).toBe(quote);
  });
});

describe("an action", () => {
  it.each(["booking_attempted", "purchase_completed", "form_submitted", "link_clicked", "anything_else"])(
    "%s is something the customer did",
    (action) => {
      expect(remembered([did(action)]).lastCustomerActionAt).toBe(monday);
    },
  );

  it.each(["order_fulfilled", "booking_confirmed", "booking_cancelled", "purchase_refunded"])("%s is the report of another system", (action) => {
    expect(remembered([did(action)]).lastCustomerActionAt).toBeNull();
  });
});

it("remembers no words of staff's decisions but what they decided", () => {
  const state = remembered([put("closing", { at: onDay(0) }), gave(5, "met", { at: onDay(1) }), noted("name", "Ana", "human", { at: onDay(2) })]);

  const untouched: (keyof ContactState)[] = ["inboundCount", "outboundCount", "lastInbound", "conversions", "buying", "sentiment", "tallies"];
  for (const field of untouched) expect(state[field]).toEqual(emptyState(monday)[field]);
});

describe("facts can be appended", () => {
  const state = remembered([said("Hi", { at: onDay(1), id: "m" })]);

  it.each([
    ["when they are later", [said("Hi", { at: onDay(2) })], true],
    ["when they are as late and come after by id", [said("Hi", { at: onDay(1), id: "n" })], true],
    ["not when they are as late and come before by id", [said("Hi", { at: onDay(1), id: "l" })], false],
    ["not when it is the fact that was folded last", [said("Hi", { at: onDay(1), id: "m" })], false],
    ["not when one of them is earlier", [said("Hi", { at: onDay(2) }), said("Hi", { at: onDay(0) })], false],
    ["not when one revokes what was counted", [did("booking_cancelled", { at: onDay(2) })], false],
    ["not when our own words revoke what was counted", [replied("Cancelled", { at: onDay(2), revokes: "booking" })], false],
    ["when there are none", [], true],
  ] as const)("%s", (_story, facts, expected) => {
    expect(canAppend(state, facts)).toBe(expected);
  });

  it("always to nothing", () => {
    expect(canAppend(emptyState(monday), [said("Hi", { at: 0 })])).toBe(true);
  });
});
