import { describe, expect, it } from "vitest";
import { isOnlyPromise } from "#core/rules/followups/only-promise.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { analyse } from "#core/usecases/messages/message-rows.ts";
import { contactRow } from "#tests/support/records/records.ts";

const sentAt = Date.parse("2026-03-04T10:00:00Z");

/** As the rules analyst reads it. */
function brings(text: string): boolean {
  return !isOnlyPromise(text, analyse({ text, direction: "outbound", author: "staff", sentAt }, contactRow("con_1"), defaultSettings()));
}

describe("a message that brings nothing yet, and keeps no promise", () => {
  it.each([
    ["I'll get back to you tomorrow"],
    ["Hi Ana, I'll get back to you tomorrow. Thanks!"],
    ["Sorry for the wait, I will get back to you tomorrow"],
    ["Let me check and get back to you in a bit"],
    ["Good morning Ana!"],
    ["Just a moment please"],
    ["Noted, thank you so much 👍"],
    ["Balikan ko po kayo bukas"],
    ["Noted po, ise-send ko po bukas"],
    ["Magandang umaga po"],
    ["Hola, le respondo mañana por la mañana. Gracias"],
    ["Mañana le mando el presupuesto"],
    ["Un momento por favor"],
  ])("%s", (text) => {
    expect(brings(text)).toBe(false);
  });
});

describe("a message that brings something, though it looks alike", () => {
  it.each([
    ["I'll get back to you tomorrow. The price is 4,500."],
    ["Here is the quote you asked for"],
    ["Thanks for waiting, the room is free"],
    ["Available"],
    ["4,500"],
    ["Sold out"],
    ["Good morning, your booking is confirmed."],
    ["Available pa po ang room"],
    ["Salamat po, 4500 po lahat"],
    ["Aquí tiene el presupuesto"],
    ["Gracias por esperar, hay sitio"],
  ])("%s", (text) => {
    expect(brings(text)).toBe(true);
  });
});
