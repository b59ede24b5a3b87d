import { describe, expect, it } from "vitest";
import { minute, second } from "#core/rules/time.ts";
import { openCounter, staffChannel } from "#tests/support/slack/counter.ts";
import type { FakeFile, FakeMessage, FakePerson } from "#tests/support/slack/fake-slack-state.ts";
import { slackReader } from "#tests/support/slack/slack-reader.ts";
import { maria, noon } from "#tests/support/slack/staff.ts";

const ana = { id: 1001, first_name: "Ana" };
const shown = ({ blocks }: FakeMessage) => JSON.stringify(blocks);
const bytesOf = (words: string) => new TextEncoder().encode(words);

/** Ana has written, and her conversation has its card. */
async function opened() {
  const counter = await openCounter(noon, { newPerson: "all" });
  const { slack, telegram, advance, now, says, member } = counter;
  await member(maria, "agent");
  await says(ana, "Can you send me your price list?");
  await advance(now() + second);
  const card = slack.in(staffChannel).find((message) => message.threadTs === null && shown(message).includes("thread:cnv_"));
  if (!card) throw new Error("there is no card");
  const thread = () => slack.in(staffChannel).filter(({ threadTs }) => threadTs === card.ts);
  const pass = (ms: number) => advance(now() + ms);
  const told = (person: FakePerson) => slack.whispers.filter(({ userId }) => userId === person.id).map(({ text }) => text);
  const chat = () => telegram.accepted.map(({ method, text, file }) => [method, text, file]);
  /** A file that a colleague has in Slack. */
  const has = (name: string, mimetype: string, more: Partial<FakeFile> = {}): string => {
    const file = { id: slack.next("F"), name, mimetype, bytes: bytesOf(`the bytes of ${name}`), channel: staffChannel, threadTs: card.ts, ...more };
    slack.files.push(file);
    return file.id;
  };
  const puts = (person: FakePerson, text: string, ...ids: string[]) =>
    slack.event({
      type: "message",
      subtype: "file_share",
      user: person.id,
      channel: staffChannel,
      channel_type: "channel",
      ts: slack.next(),
      thread_ts: card.ts,
      text,
      files: ids.map((id) => ({ id })),
    });
  return { ...counter, card, thread, pass, told, chat, has, puts };
}

describe("a file from the thread", () => {
  it.each([
    { name: "prices.pdf", type: "application/pdf", method: "sendDocument" },
    { name: "room.jpg", type: "image/jpeg", method: "sendPhoto" },
    { name: "hello.ogg", type: "audio/ogg", method: "sendVoice" },
    { name: "clip.m4a", type: "audio/mp4", method: "sendVoice" },
    { name: "prices.xlsx", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", method: "sendDocument" },
  ])("$name goes to the customer with the words beside it, by $method", async ({ name, type, method }) => {
    const { has, puts, pass, chat, telegram, told, thread } = await opened();

    await puts(maria, "&gt;&gt; Here it is", has(name, type));
    await pass(2 * second);

    expect(chat()).toEqual([[method, "Here it is", `upload://${name}`]]);
    expect(Buffer.from(telegram.uploads.get(name) ?? []).toString()).toBe(`the bytes of ${name}`);
    expect(told(maria)).toEqual([]);
    expect(thread().map(shown).at(-1)).toContain("*Maria Santos* → customer");
  });

  it("goes without words, several go one after the other, and words too long to stand beside one go before it", async () => {
    const { has, puts, pass, chat } = await opened();
    const long = "a".repeat(1100);

    await puts(maria, "&gt;&gt;", has("one.pdf", "application/pdf"), has("two.png", "image/png"));
    await pass(10 * second);
    await puts(maria, `&gt;&gt; ${long}`, has("three.pdf", "application/pdf"));
    await pass(10 * second);

    expect(chat()).toEqual([
      ["sendDocument", "", "upload://one.pdf"],
      ["sendPhoto", "", "upload://two.png"],
      ["sendMessage", long, null],
      ["sendDocument", "", "upload://three.pdf"],
    ]);
  });

  it("goes from the Reply modal, too", async () => {
    const { slack, card, has, pass, chat } = await opened();
    const reader = slackReader(slack, maria);
    const modal = await reader.opens(() => slack.press(maria.id, card, "thread:reply"));
    const id = has("prices.pdf", "application/pdf");

    const heard = await slack.submit(modal, {
      text: { text: { type: "plain_text_input", value: null } },
      files: { files: { type: "file_input", files: [{ id }] } },
    });
    await pass(2 * second);

    expect(heard.status).toBe(200);
    expect(chat()).toEqual([["sendDocument", "", "upload://prices.pdf"]]);
  });

  it("has no place in the Reply modal of an app that may not read files, and words go all the same", async () => {
    const { slack, card, pass, chat } = await opened();
    slack.fail({ method: "views.open", times: 1, how: { error: "missing_scope" } });
    const reader = slackReader(slack, maria);

    const modal = await reader.opens(() => slack.press(maria.id, card, "thread:reply"));
    await reader.fills(modal, { text: "Yes, I will." });
    await pass(2 * second);

    expect(JSON.stringify(modal.view.blocks)).not.toContain("file_input");
    expect(chat()).toEqual([["sendMessage", "Yes, I will.", null]]);
  });

  it("without any words goes to the customer, and whoever put it there is told", async () => {
    const { has, puts, pass, chat, told } = await opened();

    await puts(maria, "", has("prices.pdf", "application/pdf"), has("room.jpg", "image/jpeg"));
    await pass(10 * second);

    expect(chat()).toEqual([
      ["sendDocument", "", "upload://prices.pdf"],
      ["sendPhoto", "", "upload://room.jpg"],
    ]);
    expect(told(maria)).toEqual(["A file without words goes to the customer. Write something beside it to keep it among colleagues."]);
  });

  it("whose name would call people in Slack calls nobody when it is refused", async () => {
    const { has, puts, pass, told } = await opened();

    await puts(maria, "&gt;&gt; Here it is", has("<!channel> *prices*.pdf", "application/pdf", { size: 20_000_001 }));
    await pass(minute);

    expect(told(maria)).toEqual([expect.stringContaining("is larger than 20 MB")]);
    expect(told(maria).join()).not.toMatch(/<!/);
  });

  it("is a note's when the words do not begin with >>, and stays in Slack", async () => {
    const { has, puts, pass, chat, told } = await opened();

    await puts(maria, "the old price list", has("prices.pdf", "application/pdf"));
    await pass(minute);

    expect(chat()).toEqual([]);
    expect(told(maria)).toEqual(["Kept as a note"]);
  });

  it.each([
    {
      what: "too large for a photo",
      type: "image/png",
      more: { size: 10_000_001 },
      line: "Nothing was sent, since the file is larger than 10000000 bytes, the most that the channel takes of image/png.",
    },
    {
      what: "too large for anybody",
      type: "application/pdf",
      more: { size: 20_000_001 },
      line: "Nothing was sent, since prices is larger than 20 MB.",
    },
    {
      what: "of no kind that is sent",
      type: "model/stl",
      more: {},
      line: expect.stringContaining("Nothing was sent, since the file model/stl cannot be sent on this channel"),
    },
  ])("that is $what is refused in one line, and the words stay, too", async ({ type, more, line }) => {
    const { has, puts, pass, chat, told } = await opened();

    await puts(maria, "&gt;&gt; Here it is", has("prices", type, more));
    await pass(minute);

    expect(chat()).toEqual([]);
    expect(told(maria)).toEqual([line]);
  });

  it("that Slack does not let the app read is refused with what to do", async () => {
    const { has, puts, pass, chat, told, slack } = await opened();
    slack.fail({ method: "files.info", how: { error: "missing_scope" } });

    await puts(maria, "&gt;&gt; Here it is", has("prices.pdf", "application/pdf"));
    await pass(minute);

    expect(chat()).toEqual([]);
    expect(told(maria)).toEqual([
      "Slack does not let this app read files: an admin has to install it again with the scope files:read of its manifest.",
    ]);
  });

  it("waits while Slack cannot be reached, and goes once when it can", async () => {
    const { has, puts, pass, chat, slack } = await opened();
    await puts(maria, "&gt;&gt; Here it is", has("prices.pdf", "application/pdf"));

    slack.fail({ method: "files.info", how: "down" });
    await pass(minute);
    expect(chat()).toEqual([]);
    slack.heal();
    await pass(5 * minute);

    expect(chat()).toEqual([["sendDocument", "Here it is", "upload://prices.pdf"]]);
  });

  it("that was deleted before it went is reported, and is not sent in part", async () => {
    const { has, puts, pass, chat, slack, app } = await opened();
    await puts(maria, "&gt;&gt; Here it is", has("prices.pdf", "application/pdf"));
    slack.files.length = 0;
    await pass(minute);

    expect(chat()).toEqual([]);
    expect(slack.in(staffChannel).map(shown).join()).toContain("the file is not in Slack any more");
    const outbox = JSON.stringify(await app.directory.outbox(500));
    expect(outbox).not.toContain(slack.botToken);
    expect(outbox).not.toContain("http");
  });
});

describe("a voice note", () => {
  it("is seen and answered", async () => {
    const { says, pass, slack, telegram, card, thread, has, puts, chat } = await opened();
    const bytes = bytesOf("a voice");
    telegram.files.set("voice-1", { path: "files/voice-1", bytes, size: bytes.byteLength });

    await says(ana, "", { text: undefined, voice: { file_id: "voice-1", file_unique_id: "v1", duration: 3 } });
    await pass(second);

    expect(shown(card)).toContain("1 file: voice");
    expect(shown(thread().at(-1) ?? card)).toContain("1 file: voice");
    expect(slack.files.map(({ name, threadTs }) => [name, threadTs])).toEqual([["file-1.ogg", card.ts]]);

    await puts(maria, "&gt;&gt;", has("answer.ogg", "audio/ogg"));
    await pass(2 * second);

    expect(chat()).toEqual([["sendVoice", "", "upload://answer.ogg"]]);
    expect(card.text).toBe("Conversation with Ana");
  });
});
