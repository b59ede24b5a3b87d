import type { Update } from "grammy/types";
import { describe, expect, it } from "vitest";
import { parse } from "#bots/channels/telegram/parse.ts";
import { allowedUpdates, ignoredUpdates } from "#bots/channels/telegram/update-kinds.ts";
import { fixtures } from "./fixtures.ts";
import { eventually, telegramHarness } from "./harness.ts";

const ana = { id: 5551002003, is_bot: false, first_name: "Ana" };
const chat = { id: ana.id, type: "private", first_name: "Ana" };
const message = { message_id: 7, from: ana, chat, date: 1790000000, text: "Hi" };
const channelPost = { ...message, from: undefined, chat: { id: -100123, type: "channel", title: "News" } };

/** As it would come over the wire, and what was named as ignored. */
function parsed(update: object) {
  const ignored: string[] = [];
  const event = parse(JSON.parse(JSON.stringify({ update_id: 1, ...update })) as Update, "villa", (kind) => ignored.push(kind));
  return { event, ignored };
}

describe("an update of a kind that makes no contact is named as ignored", () => {
  it.each([...ignoredUpdates])("%s", (kind) => {
    const contents = [message, channelPost, { user: ana, chat, date: 1 }, { id: "1", from: ana }, {}];

    for (const content of contents) expect(parsed({ [kind]: content })).toEqual({ event: undefined, ignored: [kind] });
  });

  it.each<[string, object, string]>([
    ["of a kind invented tomorrow", { hologram_received: { from: ana } }, "hologram_received"],
    ["whose kind is no word", { "Ana: call me": {} }, "unknown"],
    ["of nothing at all", {}, "unknown"],
  ])("%s", (_story, update, kind) => {
    expect(parsed(update)).toEqual({ event: undefined, ignored: [kind] });
  });
});

describe("an update of a kind that is read", () => {
  const member = (status: string, over: object = {}) => ({
    my_chat_member: { chat, from: ana, date: 1, old_chat_member: { status: "member", user: ana }, new_chat_member: { status, user: ana }, ...over },
  });
  const group = { chat: { id: -5, type: "supergroup", title: "Friends" } };

  it.each<[string, object, string]>([
    ["a message in a group", { message: { ...message, ...group } }, "message_of_a_group"],
    ["an edit in a group", { edited_message: { ...message, ...group, edit_date: 1790000001 } }, "message_of_a_group"],
    ["a message of a bot", { message: { ...message, from: { ...ana, is_bot: true } } }, "message_of_a_bot"],
    ["a message to an account", { message: { ...message, business_connection_id: "b" } }, "business_message"],
    ["a moving location", { edited_message: { ...message, edit_date: 1790000001, location: { latitude: 1, longitude: 2 } } }, "live_location"],
    ["an empty message", { message: { ...message, text: undefined } }, "empty"],
    ["the bot is put into a group", member("member", group), "my_chat_member"],
    ["a status that says nothing about writing", member("restricted"), "my_chat_member"],
  ])("is named too when it is left out: %s", (_story, update, kind) => {
    expect(parsed(update)).toEqual({ event: undefined, ignored: [kind] });
  });

  it.each<[string, object, string]>([
    ["message", { message }, "message"],
    ["edited_message", { edited_message: { ...message, edit_date: 1790000001 } }, "edited"],
    ["my_chat_member", member("kicked"), "blocked"],
  ])("is an event and not named: %s", (_kind, update, event) => {
    expect(parsed(update)).toMatchObject({ event: { kind: event }, ignored: [] });
  });

  it("is asked for, and no other", () => {
    expect(allowedUpdates.toSorted()).toEqual(["edited_message", "message", "my_chat_member"]);
  });
});

describe("every captured update", () => {
  it.each(fixtures)("is either an event or named as ignored: $name", ({ update, event }) => {
    const found = parsed(update as object);

    expect(found.ignored).toHaveLength(event === null ? 1 : 0);
  });
});

describe("a channel that receives what it did not ask for", () => {
  it("tells of each update that it leaves out, logs a kind once, and writes nothing of it", async () => {
    const harness = await telegramHarness("webhook");
    const { channel, platform } = harness;
    await channel.start(async () => {});
    await eventually(platform, () => channel.health().state === "connected");
    // Somebody has told Telegram to deliver all kinds.
    platform.allowed = [];

    for (let times = 0; times < 3; times += 1) platform.update({ message_reaction: { user: ana, chat, date: 1 } });
    await harness.settled();
    await harness.close();

    expect(harness.ignored).toEqual(["message_reaction", "message_reaction", "message_reaction"]);
    expect(harness.logged().match(/message_reaction/g)).toHaveLength(1);
    expect(harness.logged()).not.toContain("Ana");
  });
});
