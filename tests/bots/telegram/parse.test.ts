import type { Update } from "grammy/types";
import { describe, expect, it } from "vitest";
import { parse } from "#bots/channels/telegram/parse.ts";

const ana = { id: 5551002003, is_bot: false, first_name: "Ana" };
const chat = { id: ana.id, type: "private", first_name: "Ana" };

/** A message of Ana's, with some of its fields changed, as it would come over the wire. */
function said(over: object): Update {
  return JSON.parse(JSON.stringify({ update_id: 1, message: { message_id: 1, from: ana, chat, date: 1790000000, text: "Hi", ...over } }));
}

const messageOf = (update: Update) => {
  const event = parse(update, "villa");
  return event?.kind === "message" ? event.message : undefined;
};

describe("what Telegram says about the sender", () => {
  it("attests a phone only with the sender's own card", () => {
    const card = (userId?: number) => said({ text: undefined, contact: { phone_number: "639171234567", first_name: "Ana", user_id: userId } });

    expect(messageOf(card(ana.id))?.from).toMatchObject({ phone: "+639171234567", verified: ["phone"] });
    expect(messageOf(card(ana.id + 1))?.from).toEqual({ externalId: "5551002003", name: "Ana" });
    expect(messageOf(card())?.from).toEqual({ externalId: "5551002003", name: "Ana" });
  });

  it("keeps the number of somebody else out of the words", () => {
    const shared = messageOf(said({ text: undefined, contact: { phone_number: "+639189876543", first_name: "Marco", user_id: 7 } }));

    expect(shared?.text).toBe("👤 Marco");
    expect(decodeURIComponent(shared?.media[0]?.url ?? "")).toContain("TEL:+639189876543");
  });
});

describe("the code of a deep link", () => {
  it.each([
    ["/start fb-ad_1", "fb-ad_1"],
    ["/start@villa_amihan_bot fb-ad_1", "fb-ad_1"],
    ["/start", undefined],
    ["/start two words", undefined],
    ["/starting soon", undefined],
    ["please /start now", undefined],
    [`/start ${"x".repeat(65)}`, undefined],
  ])("%s", (text, code) => {
    expect(messageOf(said({ text }))?.sourceDetail).toBe(code);
  });
});

describe("what the database cannot keep", () => {
  it("is left out of words and names", () => {
    const message = messageOf(said({ text: "a\u0000b \ud83d", from: { ...ana, first_name: "A\u0000na" } }));

    expect(message?.text).toBe("ab \ufffd");
    expect(message?.from.name).toBe("Ana");
  });
});

describe("an update that is none", () => {
  it.each([
    ["no message id", { message_id: undefined }],
    ["an id that is no number", { message_id: "1" }],
    ["no time", { date: null }],
    ["no chat", { chat: undefined }],
    ["no sender", { from: undefined }],
    ["a sender without an id", { from: { first_name: "Ana" } }],
  ])("throws: %s", (_story, over) => {
    expect(() => parse(said(over), "villa")).toThrow(TypeError);
  });

  it.each([
    ["says nothing", { text: undefined }],
    ["tells that the chat's timer changed", { text: undefined, message_auto_delete_timer_changed: { message_auto_delete_time: 60 } }],
  ])("is nothing when it %s", (_story, over) => {
    expect(parse(said(over), "villa")).toBeUndefined();
  });
});
