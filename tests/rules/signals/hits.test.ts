import { describe, expect, it } from "vitest";
import { emptyState } from "#core/model/contact-state.ts";
import type { Fact } from "#core/model/fact.ts";
import { foldAll } from "#core/rules/fold/fold.ts";
import { did, gave, monday, noted, onDay, put, replied, said, settingsWith, signalOn } from "#tests/support/people/said.ts";

const signals = [
  signalOn("wrote", { type: "action", action: "message_received", points: 1 }),
  signalOn("price", { type: "ai", intent: "pricing_question", version: 3 }),
  signalOn("books", { type: "ai", intent: "booking_request" }),
  signalOn("sold", { type: "ai", intent: "conversion", points: 80 }),
  signalOn("bulk", { type: "keyword", phrases: ["bulk order", "wholesale"] }),
  signalOn("clicked", { type: "action", action: "link_clicked" }),
  signalOn("manual", { type: "manual", points: 0 }),
  signalOn("asleep", { type: "action", action: "link_clicked", enabled: false }),
];

function hitsOf(...facts: readonly Fact[]) {
  return foldAll(emptyState(monday), facts, settingsWith({ signals })).hits;
}

describe("a hit is found", () => {
  it.each([
    ["in an inbound message, for having been written", [said("Hi")], { wrote: "" }],
    ["in an intent, with the words that show it", [said("How much?", { intents: ["pricing_question"] })], { wrote: "", price: "How much?" }],
    ["in keywords, with the phrase", [said("Do you sell WHOLESALE?")], { wrote: "", bulk: "wholesale" }],
    ["in an action, with its name", [did("link_clicked")], { clicked: "link_clicked" }],
    ["in what staff give, with their reason", [gave(7, "met at the fair")], { manual: "met at the fair" }],
    ["in the business's confirming message", [replied("You are booked", { confirms: "booking" })], { sold: "You are booked" }],
    [
      "in a yes, with the words of the offer",
      [replied("Shall I book it?", { offers: "booking" }), said("Yes", { at: onDay(1), answer: "yes" })],
      { wrote: "", books: "Shall I book it?" },
    ],
    ["in no intent of a yes to nothing", [said("Yes", { answer: "yes" })], { wrote: "" }],
    ["in no keyword of our own message", [replied("We do wholesale too")], {}],
    ["in no stage that staff set", [put("closing")], {}],
    ["in no detail", [noted("name", "wholesale", "human")], {}],
    ["in no words of the customer that claim a conversion", [said("I have booked", { intents: ["conversion"] })], { wrote: "" }],
  ] as const)("%s", (_story, facts, expected) => {
    const hits = hitsOf(...facts);

    expect(Object.fromEntries(hits.map(({ signalId, quote }) => [signalId, quote]))).toEqual(expected);
  });
});

it("carries the signal's version, the fact, its time and the points", () => {
  const hits = hitsOf(said("How much?", { id: "m1", at: onDay(1), intents: ["pricing_question"] }), gave(-7, "rude", { id: "j1", at: onDay(2) }));

  expect(hits).toEqual([
    { signalId: "wrote", signalVersion: 1, factId: "m1", at: onDay(1), points: 1, quote: "", counted: true },
    { signalId: "price", signalVersion: 3, factId: "m1", at: onDay(1), points: 10, quote: "How much?", counted: true },
    { signalId: "manual", signalVersion: 1, factId: "j1", at: onDay(2), points: -7, quote: "rude", counted: true },
  ]);
});

it("is at most one for each signal and fact, however often an analyst names the intent", () => {
  const hits = hitsOf(said("How much? And the other?", { intents: ["pricing_question", "pricing_question"] }));

  expect(hits.filter(({ signalId }) => signalId === "price")).toHaveLength(1);
});

it("is marked when repeat leaves it out of the sum", () => {
  const once = settingsWith({ signals: [signalOn("clicked", { action: "link_clicked", repeat: "once" })] });

  const { hits } = foldAll(
    emptyState(monday),
    [did("link_clicked", { id: "b", at: onDay(2) }), did("link_clicked", { id: "a", at: onDay(1) })],
    once,
  );

  expect(hits.map(({ factId, counted }) => [factId, counted])).toEqual([
    ["a", true],
    ["b", false],
  ]);
});

it("is taken back with the conversion that showed it", () => {
  const hits = hitsOf(replied("You are booked", { confirms: "booking" }), did("booking_cancelled", { at: onDay(3) }));

  expect(hits).toEqual([]);
});

it("counts what staff give once, however many signals are of that kind", () => {
  const two = settingsWith({ signals: [signalOn("manual", { type: "manual" }), signalOn("spare", { type: "manual" })] });

  const { hits } = foldAll(emptyState(monday), [gave(5, "met at the fair")], two);

  expect(hits.map(({ signalId, points }) => [signalId, points])).toEqual([["manual", 5]]);
});
