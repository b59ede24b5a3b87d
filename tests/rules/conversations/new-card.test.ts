import { expect, it } from "vitest";
import { newCardFor } from "#core/rules/conversations/new-card.ts";

const theirs = { direction: "inbound", history: false } as const;
const waits = { threadedAt: null, state: "waiting" } as const;

it.each([
  ["a customer's words", theirs, waits, "all", "now"],
  ["words that want nothing", theirs, { ...waits, state: "answered" }, "all", "now"],
  ["words that wait", theirs, waits, "unanswered", "later"],
  ["words that want nothing, where only the unanswered are shown", theirs, { ...waits, state: "answered" }, "unanswered", null],
  ["words of somebody who is looked after", theirs, { ...waits, state: "taken_over" }, "unanswered", null],
  ["words, where nobody is shown", theirs, waits, "none", null],
  ["words in a conversation that has a card", theirs, { ...waits, threadedAt: 1 }, "all", null],
  ["our own words", { ...theirs, direction: "outbound" }, waits, "all", null],
  ["words of long ago", { ...theirs, history: true }, waits, "all", null],
] as const)("%s call for a card as the settings say", (_what, message, conversation, newPerson, card) => {
  expect(newCardFor(message, conversation, { newPerson })).toBe(card);
});
