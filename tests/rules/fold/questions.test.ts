import { describe, expect, it } from "vitest";
import type { ConsentFact, Fact, MessageFact } from "#core/model/fact.ts";
import { unsureFindings } from "#core/model/vocabulary.ts";
import { day } from "#core/rules/time.ts";
import { did, monday, remembered, replied, said } from "#tests/support/people/said.ts";

const words = "Sige, see you then";

/** A message that may say one thing. */
function doubtful(what: (typeof unsureFindings)[number], changed: Partial<MessageFact> = {}): MessageFact {
  const spoken = what === "opt_out" ? said(words) : replied(words);
  const id = `doubt_${what}`;
  return { ...spoken, id, ...changed, reading: { ...spoken.reading, unsure: [{ what, quote: words, sure: 0.4 }] } };
}

const open = (...facts: Fact[]) => (remembered(facts).questions ?? []).map(({ what }) => what);
const later = { at: monday + day };
const consent: ConsentFact = { type: "consent", ...later, id: "consent_1", node: "con_1", decision: "opt_out" };
const promise = { ...did("promise_made", later), promise: { messageId: "doubt_promise", quote: words, dueAt: monday + 2 * day } };

describe("what a message leaves in doubt", () => {
  it.each(unsureFindings)("is remembered while nothing settles it: %s", (what) => {
    expect(open(doubtful(what))).toEqual([what]);
    expect(open(doubtful(what), said("Thanks!", later), replied("You're welcome", { at: monday + 2 * day }))).toEqual([what]);
  });

  it.each<[string, Partial<MessageFact>]>([
    ["arrived long after it was written", { history: true }],
    ["are passed on", { forwarded: true }],
    ["are the name of a file", { placeholder: true }],
    ["are a program's", { author: "system" }],
    ["are a follow-up", { purpose: "follow_up" }],
    ["are an advertisement", { purpose: "marketing" }],
  ])("is left alone when the words %s", (_, changed) => {
    expect(open(doubtful("confirmed", changed))).toEqual([]);
    expect(open(doubtful("confirmed", { purpose: "reply" }))).toEqual(["confirmed"]);
  });

  it.each<[string, Fact, readonly string[]]>([
    ["a booking that a system reports", did("booking_confirmed", later), ["confirmed", "revoked"]],
    ["a purchase that a system reports", did("purchase_completed", later), ["confirmed", "revoked"]],
    ["a cancellation that a system reports", did("booking_cancelled", later), ["confirmed", "revoked"]],
    ["a clear confirmation", replied("You are booked", { ...later, confirms: "booking" }), ["confirmed", "revoked"]],
    ["a clear refund", replied("Refunded", { ...later, revokes: "purchase" }), ["confirmed", "revoked"]],
    ["a clear promise", replied("I'll call you", { ...later, promises: [monday + 2 * day] }), ["promise"]],
    ["a promise that people report", promise, ["promise"]],
    ["the whole message STOP", said("STOP", later), ["opt_out"]],
    ["a line of the consent ledger", consent, ["opt_out"]],
    ["another action", did("link_clicked", later), []],
  ])("%s settles what it is about, and nothing before it", (_, fact, settled) => {
    for (const what of unsureFindings) {
      expect([what, open(doubtful(what), fact)]).toEqual([what, settled.includes(what) ? [] : [what]]);
      expect(open(fact, doubtful(what, { at: monday + 3 * day }))).toEqual([what]);
    }
  });

  it("is bounded: of very many doubts the newest stay", () => {
    const many = Array.from({ length: 9 }, (_, at) => doubtful("confirmed", { at: monday + at, id: `doubt_${at}` }));

    expect(remembered(many).questions?.map(({ id }) => id)).toEqual(["doubt_4", "doubt_5", "doubt_6", "doubt_7", "doubt_8"]);
  });
});

describe("a promise that people report", () => {
  it("is open until our next words keep it, and is no act of the customer", () => {
    const facts = [replied(words), promise];

    expect(remembered(facts)).toMatchObject({
      lastCustomerActionAt: null,
      engagement: { promises: [{ id: "doubt_promise", quote: words, dueAt: monday + 2 * day, at: later.at }] },
    });
    expect(remembered([...facts, promise]).engagement.promises).toHaveLength(1);
    expect(remembered([...facts, replied("The room is ready", { at: monday + 2 * day })]).engagement.promises).toEqual([]);
  });
});
