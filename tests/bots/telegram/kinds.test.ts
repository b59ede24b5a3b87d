import type { Update } from "grammy/types";
import { describe, expect, it } from "vitest";
import { serviceKinds } from "#bots/channels/telegram/kinds.ts";
import { parse } from "#bots/channels/telegram/parse.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { analyse } from "#core/usecases/messages/message-rows.ts";
import { contactRow } from "#tests/support/records/records.ts";

const ana = { id: 5551002003, is_bot: false, first_name: "Ana" };
const chat = { id: ana.id, type: "private", first_name: "Ana" };
const base = { message_id: 7, from: ana, chat, date: 1790000000 };

/** As it would come over the wire, new and edited. */
const said = (over: object): Update => JSON.parse(JSON.stringify({ update_id: 1, message: { ...base, ...over } }));
const edited = (over: object): Update => JSON.parse(JSON.stringify({ update_id: 1, edited_message: { ...base, edit_date: 1790000060, ...over } }));
const messageOf = (update: Update) => {
  const event = parse(update, "villa");
  return event?.kind === "message" || event?.kind === "edited" ? event.message : undefined;
};

const kinds: [string, object, string][] = [
  ["a story", { story: { chat, id: 3 } }, "📖 story"],
  ["an answer to a story", { reply_to_story: { chat, id: 3 }, story: { chat, id: 4 } }, "📖 story"],
  ["a checklist", { checklist: { title: "To bring", tasks: [{ id: 1, text: "Towels" }] } }, "☑️ checklist"],
  ["tasks that are done", { checklist_tasks_done: { marked_as_done_task_ids: [1] } }, "☑️ checklist tasks done"],
  ["a poll", { poll: { id: "p", question: "Friday or Saturday?", options: [] } }, "📊 Friday or Saturday?"],
  ["a poll without a question", { poll: { id: "p" } }, "📊 poll"],
  ["a dice", { dice: { emoji: "🎲", value: 5 } }, "🎲"],
  ["a game", { game: { title: "Snake", description: "…", photo: [] } }, "🎮 game"],
  ["a gift", { gift: { gift: { id: "g" } } }, "🎁 gift"],
  ["a unique gift", { unique_gift: { gift: { name: "g" }, origin: "transfer" } }, "🎁 unique gift"],
  ["a giveaway", { giveaway: { chats: [], winner_count: 3 } }, "🎁 giveaway"],
  ["winners of a giveaway", { giveaway_winners: { winner_count: 3 } }, "🏆 giveaway winners"],
  ["paid media", { paid_media: { star_count: 5, paid_media: [{ type: "preview" }] } }, "🖼️ paid media"],
  ["an invoice", { invoice: { title: "Two nights", currency: "PHP", total_amount: 100 } }, "🧾 invoice"],
  ["a payment", { successful_payment: { currency: "PHP", total_amount: 100 } }, "💳 successful payment"],
  ["users that are shared", { users_shared: { request_id: 1, users: [{ user_id: 5 }] } }, "👥 users shared"],
  ["a chat that is shared", { chat_shared: { request_id: 1, chat_id: -5 } }, "👥 chat shared"],
  ["data of a web app", { web_app_data: { data: "{}", button_text: "Order" } }, "🧩 web app data"],
  ["a passport", { passport_data: { data: [], credentials: {} } }, "🪪 passport data"],
  ["a kind invented tomorrow", { hologram: { depth: 3 } }, "📎 hologram"],
  ["another, with marks beside it", { is_hovering: true, hover_height: 3, time_capsule_v2: { opens: 1 }, effect_id: "9" }, "📎 time capsule v2"],
  ["a kind that is a list", { doodles: [{ id: 1 }] }, "📎 doodles"],
];

describe("a kind that has no words of its own is a message with a few", () => {
  it.each(kinds)("%s", (_kind, content, text) => {
    expect(messageOf(said(content))).toMatchObject({ text, media: [], externalId: "5551002003:7", from: { externalId: "5551002003" } });
    expect(messageOf(edited(content))).toMatchObject({ text, externalId: "5551002003:7", sentAt: 1790000000000 });
  });

  it.each(kinds)("%s says nothing about the customer", (_kind, content, text) => {
    const message = messageOf(said(content));
    const isWords = ["🎲", "📊 Friday or Saturday?"].includes(text);

    expect(message?.placeholder).toBe(isWords ? undefined : true);
    if (!message || isWords) return;
    const reading = analyse({ ...message, sentAt: 0 }, contactRow("con_1"), defaultSettings());
    expect(reading).toMatchObject({ sentiment: null, intents: [], details: [], answer: null });
  });

  it("keeps the words where there are some", () => {
    expect(messageOf(said({ hologram: {}, caption: "Look" }))?.text).toBe("Look");
    expect(messageOf(said({ story: { chat, id: 3 }, text: "Hi" }))?.text).toBe("Hi");
  });
});

describe("what happened to the chat is no message, and is named as ignored", () => {
  it.each([...serviceKinds])("%s", (kind) => {
    const ignored: string[] = [];

    expect(parse(said({ [kind]: kind === "new_chat_members" ? [ana] : { message_id: 3 } }), "villa", (name) => ignored.push(name))).toBeUndefined();
    expect(parse(said({ [kind]: true }), "villa", (name) => ignored.push(name))).toBeUndefined();
    expect(ignored).toEqual([kind, kind]);
  });
});

describe("an edit is the whole message as it is now", () => {
  const photo = (id: string) => [{ file_id: id, file_unique_id: id, width: 9, height: 9 }];

  it.each<[string, object, object]>([
    ["words", { text: "STOP" }, { text: "STOP", media: [] }],
    ["a caption", { photo: photo("A"), caption: "This one" }, { text: "This one", media: [{ url: "telegram://file/A", type: "image/jpeg" }] }],
    ["another file", { photo: photo("B") }, { text: "", media: [{ url: "telegram://file/B", type: "image/jpeg" }] }],
    [
      "another kind of file",
      { document: { file_id: "D", mime_type: "application/pdf" } },
      { media: [{ url: "telegram://file/D", type: "application/pdf" }] },
    ],
  ])("%s", (_case, content, message) => {
    expect(parse(edited(content), "villa")).toMatchObject({ kind: "edited", at: 1790000060000, message });
  });
});

describe("words that are not the sender's are marked", () => {
  const text = "Call me at 0917 123 4567";
  it.each<[string, object, object]>([
    ["forwarded from a user", { text, forward_origin: { type: "user", sender_user: ana, date: 1 } }, { forwarded: true }],
    ["forwarded from a hidden user", { text, forward_origin: { type: "hidden_user", sender_user_name: "X", date: 1 } }, { forwarded: true }],
    ["forwarded from a channel", { text, forward_origin: { type: "channel", chat, message_id: 1, date: 1 } }, { forwarded: true }],
    ["forwarded, as older servers tell it", { text, forward_date: 1, forward_sender_name: "X" }, { forwarded: true }],
    ["forwarded with a caption", { caption: text, hologram: {}, forward_origin: { type: "user", date: 1 } }, { forwarded: true }],
    ["an answer with a quote", { text: "Yes", quote: { text, position: 0 } }, { text: "Yes", quoted: text }],
    ["a quotation within", { text: `${text}\nYes`, entities: [{ type: "blockquote", offset: 0, length: text.length }] }, { text: `> ${text}\nYes` }],
    [
      "a folded quotation of two lines, with words right behind it",
      { text: "one\ntwo Yes", entities: [{ type: "expandable_blockquote", offset: 0, length: 7 }] },
      { text: "> one\n> two\n Yes" },
    ],
    [
      "a quotation with a link in it",
      {
        text: "here\nYes",
        entities: [
          { type: "blockquote", offset: 0, length: 4 },
          { type: "text_link", offset: 1, length: 3, url: "https://example.com" },
        ],
      },
      { text: "> here (https://example.com)\nYes" },
    ],
    ["nothing of that", { text }, { text }],
  ])("%s", (_case, content, message) => {
    for (const update of [said(content), edited(content)]) {
      const found = messageOf(update);

      expect(found).toMatchObject(message);
      if (!("forwarded" in message)) expect(found).not.toHaveProperty("forwarded");
    }
  });

  it("and lead to no source: the code of a link that somebody else opened", () => {
    expect(messageOf(said({ text: "/start fb-ad", forward_origin: { type: "user", date: 1 } }))).not.toHaveProperty("sourceDetail");
  });
});
