import { describe, expect, it } from "vitest";
import { minute, second } from "#core/rules/time.ts";
import { eventually } from "#tests/support/eventually.ts";
import { openCounter, staffChannel } from "#tests/support/slack/counter.ts";
import type { FakeSlack } from "#tests/support/slack/fake-slack.ts";
import type { FakeMessage, FakePerson } from "#tests/support/slack/fake-slack-state.ts";
import { slackReader } from "#tests/support/slack/slack-reader.ts";
import { carlo, maria, noon } from "#tests/support/slack/staff.ts";

const ana = { id: 1001, first_name: "Ana" };
const vera: FakePerson = { id: "U0VERA", name: "Vera Luz", email: "vera@example.com" };
const shown = ({ blocks }: FakeMessage) => JSON.stringify(blocks);

/** Ana has asked; Maria has found her and opened the conversation. */
async function opened() {
  const counter = await openCounter(noon);
  const { app, telegram, slack, advance, now, says, member } = counter;
  await member(maria, "agent");
  await member(carlo, "agent");
  await member(vera, "viewer");
  await says(ana, "How much for two nights?");
  await advance(noon + second);
  const reader = slackReader(slack, maria);
  const card = await herCard(slack);
  const answer = await reader.press(card, "contact:thread");
  const root = await eventually(
    async () => slack.in(staffChannel).find(({ blocks }) => JSON.stringify(blocks).includes("thread:cnv_")),
    (found) => found !== undefined,
  );
  if (!root) throw new Error("the conversation has not become a thread");

  const thread = () => slack.in(staffChannel).filter(({ threadTs, text }) => threadTs === root.ts && text !== "What was said before");
  const told = (person: FakePerson) => slack.whispers.filter(({ userId }) => userId === person.id).map(({ text }) => text);
  const press = async (person: FakePerson, id: string, words: string) => {
    await slack.press(person.id, root, id);
    await eventually(
      async () => shown(root),
      (blocks) => blocks.includes(words),
    );
  };
  const writes = (person: FakePerson, text: string, more: object = {}) => slack.says(person.id, staffChannel, text, root.ts, more);
  const chat = () => telegram.accepted.filter(({ chatId }) => chatId === String(ana.id)).map(({ text }) => text);
  const [contact] = (await app.get("/v1/contacts")).is<{ data: { id: string }[] }>(200).data;
  const notes = async () => (await app.ctx.store.labels.notes(contact?.id ?? "", { limit: 10, cursor: null })).data.map(({ text }) => text);
  const [conversation] = await app.ctx.store.conversations.ofContact(contact?.id ?? "");
  const pass = (ms: number) => advance(now() + ms);
  return { ...counter, reader, answer, root, thread, told, press, writes, chat, notes, pass, conversationId: conversation?.id ?? "" };
}

/** Her card, from the list that is found. */
async function herCard(slack: FakeSlack): Promise<FakeMessage> {
  const reader = slackReader(slack, maria);
  return reader.press(await reader.asks("find ana"), "contact:open");
}

describe("a conversation in a thread", () => {
  it("is opened from the contact's card, once, taken over and given back", async () => {
    const { app, slack, reader, answer, root, press, pass, conversationId } = await opened();
    expect(answer.text).toContain("a thread in the channel now");

    await reader.press(await herCard(slack), "contact:thread");
    await pass(minute);
    expect(slack.in(staffChannel).filter(({ blocks }) => JSON.stringify(blocks).includes("thread:cnv_"))).toHaveLength(1);

    await press(maria, "thread:take_over", "*Maria Santos* has the conversation");
    expect(await app.ctx.store.conversations.find(conversationId)).toMatchObject({ takenOverAt: expect.any(Number) });
    await press(maria, "thread:release", "The bot may answer here");
    expect(await app.ctx.store.conversations.find(conversationId)).toMatchObject({ takenOverAt: null, takenOverBy: null });

    await press(maria, "thread:take_over", "has the conversation");
    (await app.post(`/v1/conversations/${conversationId}/release`)).is(200);
    await pass(second);
    expect(shown(root)).toContain("The bot may answer here");
  });

  it("that somebody has taken is not taken by another, who reads by whom", async () => {
    const { root, slack, press, told } = await opened();
    const free = structuredClone(root);
    await press(maria, "thread:take_over", "*Maria Santos* has the conversation");

    await slack.press(carlo.id, free, "thread:take_over");

    const [line] = await eventually(
      async () => told(carlo),
      (lines) => lines.length > 0,
    );
    expect(line).toBe("Maria Santos has taken it over already: ask them, or wait until they give it back.");
    expect(shown(root)).toContain("*Maria Santos* has the conversation");
  });

  it("shows what the customer writes in its order and once, a photo too, and what came while Slack was down", async () => {
    const { says, pass, press, root, thread, slack, telegram } = await opened();
    await press(maria, "thread:take_over", "has the conversation");
    const bytes = new TextEncoder().encode("a photo");
    telegram.files.set("photo-1", { path: "files/photo-1", bytes, size: bytes.byteLength });

    await says(ana, "From the 12th");
    await pass(second);
    await says(ana, "", { text: undefined, caption: "This room", photo: [{ file_id: "photo-1", file_unique_id: "u1", width: 10, height: 10 }] });
    await pass(second);
    slack.fail({ how: "down" });
    await says(ana, "Is it near the sea?");
    await pass(3 * second);
    await says(ana, "And is there breakfast?");
    await pass(10 * second);
    expect(thread()).toHaveLength(2);
    slack.heal();
    await pass(20 * minute);

    const words = ["From the 12th", "This room", "Is it near the sea?", "And is there breakfast?"];
    expect(thread().map((message) => words.find((each) => shown(message).includes(each)))).toEqual(words);
    expect(shown(thread()[1] ?? root)).toContain("1 file: picture");
    expect(slack.files).toMatchObject([{ name: "file-1.jpg", channel: staffChannel, threadTs: root.ts }]);
    expect(Buffer.from(slack.files[0]?.bytes ?? []).toString()).toBe("a photo");
  });

  it("takes the customer's words and files away when they are deleted", async () => {
    const { app, says, pass, slack, telegram, thread } = await opened();
    const bytes = new TextEncoder().encode("a photo");
    telegram.files.set("photo-1", { path: "files/photo-1", bytes, size: bytes.byteLength });
    await says(ana, "", { text: undefined, caption: "This room", photo: [{ file_id: "photo-1", file_unique_id: "u1", width: 10, height: 10 }] });
    await pass(minute);
    const before = { messages: thread().length, files: slack.files.length };

    const [contact] = (await app.get("/v1/contacts")).is<{ data: { id: string }[] }>(200).data;
    (await app.delete(`/v1/contacts/${contact?.id}`)).is(200);
    await pass(minute);

    expect(before).toEqual({ messages: 1, files: 1 });
    expect({ messages: thread().length, files: slack.files.length }).toEqual({ messages: 0, files: 0 });
  });

  it("takes a colleague's words as a note, and says so to them alone", async () => {
    const { writes, told, notes, chat, pass } = await opened();

    await writes(carlo, "She likes the corner room &amp; the view", { eventId: "Ev1" });
    await writes(carlo, "She likes the corner room &amp; the view", { eventId: "Ev1", repeat: { num: 1, reason: "http_timeout" } });
    await pass(minute);
    // Slack's call is answered before the note is kept.
    const lines = await eventually(
      async () => told(carlo),
      (found) => found.length > 0,
    );

    expect(lines).toEqual(["Kept as a note"]);
    expect(await notes()).toEqual(["She likes the corner room & the view"]);
    expect(chat()).toEqual([]);
  });

  it("carries >> and the Reply modal into the customer's chat once, however often Slack repeats them", async () => {
    const { slack, root, reader, press, writes, told, chat, thread, notes, pass } = await opened();
    await press(maria, "thread:take_over", "has the conversation");

    const again = (num: number) => writes(carlo, "&gt;&gt; hello", { eventId: "Ev1", repeat: { num, reason: "http_timeout" } });
    await Promise.all([writes(carlo, "&gt;&gt; hello", { eventId: "Ev1" }), again(1)]);
    await pass(2 * second);
    const modal = await reader.opens(() => slack.press(maria.id, root, "thread:reply"));
    expect(await reader.fills(modal, { text: "Two nights are 420 dollars." })).toEqual({});
    expect(await reader.fills(modal, { text: "Two nights are 420 dollars." })).toEqual({});
    await again(2);
    await pass(minute);

    expect(chat()).toEqual(["hello", "Two nights are 420 dollars."]);
    expect(await notes()).toEqual([]);
    expect(told(carlo)).toEqual(["Sent. Maria Santos has the conversation: tell them that you have answered."]);
    expect(thread()).toHaveLength(2);
    expect(shown(thread()[0] ?? root)).toContain("→ customer");
  });

  it("does not hear itself, nor other bots, nor what is only edited", async () => {
    const { slack, root, chat, notes, pass, thread } = await opened();
    const base = { type: "message", channel: staffChannel, channel_type: "channel", thread_ts: root.ts, ts: slack.next() };

    await slack.event({ ...base, user: slack.botUserId, bot_id: "B0BOT", text: "&gt;&gt; round and round" });
    await slack.event({ ...base, user: slack.botUserId, text: "&gt;&gt; round and round" });
    await slack.event({ ...base, bot_id: "B0OTHER", subtype: "bot_message", text: "&gt;&gt; from another bot" });
    const message = { type: "message", user: carlo.id, text: "&gt;&gt; changed", ts: base.ts, thread_ts: root.ts };
    await slack.event({ ...base, subtype: "message_changed", message, previous_message: message });
    await pass(minute);

    expect([chat(), await notes(), thread()]).toEqual([[], [], []]);
  });

  it("hears what is shown in the channel as well, and sends no words without the picture they speak of", async () => {
    const { slack, root, told, chat, pass } = await opened();
    const base = { type: "message", user: carlo.id, channel: staffChannel, channel_type: "channel", thread_ts: root.ts };

    await slack.event({ ...base, ts: slack.next(), subtype: "thread_broadcast", text: "&gt;&gt; hello" });
    await slack.event({ ...base, ts: slack.next(), subtype: "file_share", text: "&gt;&gt; see the picture", files: [{ id: "F1" }] });
    await slack.event({ ...base, ts: slack.next(), text: "&gt;&gt;" });
    await pass(minute);

    expect(chat()).toEqual(["hello"]);
    expect(told(carlo)).toEqual([
      "Nothing was sent, since Slack does not hold the file: put it into the thread once more.",
      "Write after >> what the customer is to read.",
    ]);
  });

  it("refuses politely what somebody may not do, and whom nobody knows", async () => {
    const { slack, root, writes, told, notes, chat, pass } = await opened();
    const stranger: FakePerson = { id: "U0STRANGER", name: "Sam", email: "sam@example.com" };
    slack.know(stranger);

    await writes(vera, "&gt;&gt; hello");
    await writes(vera, "a note");
    await writes(stranger, "&gt;&gt; hello");
    await slack.press(vera.id, root, "thread:take_over");
    await eventually(
      async () => told(vera),
      (lines) => lines.length === 3,
    );
    await pass(minute);

    expect(told(vera)).toEqual(Array(3).fill("This needs the role agent, and yours is viewer: ask an admin."));
    expect(told(stranger)).toEqual([expect.stringContaining("not on the staff list")]);
    expect([chat(), await notes()]).toEqual([[], []]);
  });
});
