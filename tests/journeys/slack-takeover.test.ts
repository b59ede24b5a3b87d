import { expect, it } from "vitest";
import { day, hour, minute, second } from "#core/rules/time.ts";
import { replaceSettings } from "#core/usecases/settings/replace-settings.ts";
import { eventually } from "#tests/support/eventually.ts";
import { openCounter, staffChannel } from "#tests/support/slack/counter.ts";
import type { FakeMessage, FakePerson } from "#tests/support/slack/fake-slack-state.ts";
import { carlo, maria, noon } from "#tests/support/slack/staff.ts";

const ana = { id: 1001, first_name: "Ana", language_code: "en" };
const boss: FakePerson = { id: "U0BEA", name: "Bea Lim", email: "bea@example.com" };
const shown = ({ blocks }: FakeMessage) => JSON.stringify(blocks);
const weekdays = [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }];

/** A clinic on Telegram and Slack, open on weekdays; Ana has written at noon, and her card is in the channel. */
async function opened() {
  const counter = await openCounter(noon, { newPerson: "all" });
  const { app, telegram, slack, advance, now, says, member } = counter;
  const { version, document } = await app.ctx.store.settings.current();
  const changed = {
    ...document,
    timeZone: "Asia/Manila",
    greeting: { ...document.greeting, hours: weekdays },
    takeover: { endsAfterHours: 12, notice: "A colleague answers you from here on." },
  };
  await replaceSettings(app.ctx, { version, document: changed });
  await member(maria, "agent");
  await member(carlo, "agent");
  await says(ana, "Do you have a free slot for a crown?");
  const pass = (ms: number) => advance(now() + ms);
  await pass(5 * second);
  const card = await eventually(
    async () => slack.in(staffChannel).find((message) => shown(message).includes("thread:take_over")),
    (found) => found !== undefined,
  );
  if (!card) throw new Error("nobody was told of Ana");
  const told = (person: FakePerson) => slack.whispers.filter(({ userId }) => userId === person.id).map(({ text }) => text);
  const chat = () => telegram.accepted.filter(({ chatId }) => chatId === String(ana.id)).map(({ text }) => text);
  const has = (words: string) =>
    eventually(
      async () => shown(card),
      (blocks) => blocks.includes(words),
    );
  const writes = (person: FakePerson, text: string) => slack.says(person.id, staffChannel, text, card.ts);
  const [contact] = (await app.get("/v1/contacts")).is<{ data: { id: string }[] }>(200).data;
  const timeline = async () => (await app.get(`/v1/contacts/${contact?.id}/timeline`)).is<{ data: { type: string; decision?: string }[] }>(200).data;
  return { ...counter, card, pass, told, chat, has, writes, timeline };
}

it("two colleagues take over at once: one has it, the other reads who, and the customer is told once", async () => {
  const { slack, card, told, has, chat, pass } = await opened();
  const free = structuredClone(card);

  await Promise.all([slack.press(maria.id, free, "thread:take_over"), slack.press(carlo.id, free, "thread:take_over")]);
  await has("has the conversation");
  await pass(minute);

  const refused = [maria, carlo].flatMap((person) => told(person).filter((line) => line.includes("has taken it over already")));
  const owner = shown(card).includes("*Maria Santos* has the conversation") ? maria : carlo;
  expect(refused).toEqual([`${owner.name} has taken it over already: ask them, or wait until they give it back.`]);
  expect(chat()).toEqual(["A colleague answers you from here on."]);
});

it("a manager takes it from a colleague, and not from whoever has it by then", async () => {
  const { slack, card, told, has, chat, pass, member, writes } = await opened();
  await member(boss, "manager");
  await slack.press(maria.id, card, "thread:take_over");
  await has("*Maria Santos* has the conversation");
  const marias = structuredClone(card);

  await slack.press(carlo.id, card, "thread:take_from");
  await slack.press(boss.id, card, "thread:take_from");
  await has("*Bea Lim* has the conversation");
  await slack.press(boss.id, card, "thread:release");
  await has("The bot may answer here");
  await slack.press(carlo.id, card, "thread:take_over");
  await has("*Carlo Cruz* has the conversation");
  await slack.press(boss.id, marias, "thread:take_from");
  await writes(maria, "&gt;&gt; I can see you at three");
  await pass(minute);

  expect(told(carlo)).toEqual(["This needs the role manager, and yours is agent: ask an admin."]);
  expect(told(boss)).toEqual(["Carlo Cruz has it by now: press the button with their name."]);
  expect(told(maria)).toEqual(["Sent. Carlo Cruz has the conversation: tell them that you have answered."]);
  expect(chat()).toEqual(["A colleague answers you from here on.", "I can see you at three"]);
});

it("released, and the bot is heard again: not while staff have the conversation, and with a summary for whoever goes on", async () => {
  const { slack, card, has, writes, says, chat, pass, timeline } = await opened();
  await slack.press(maria.id, card, "thread:take_over");
  await has("has the conversation");
  await writes(maria, "&gt;&gt; We have one on Thursday. I will send you the price tomorrow.");
  await pass(6 * hour);

  // It is evening, and the clinic is closed: the bot would say so.
  await says(ana, "Great! Is it near the station?");
  await pass(minute);
  expect(chat()).toEqual(["A colleague answers you from here on.", "We have one on Thursday. I will send you the price tomorrow."]);

  await slack.press(maria.id, card, "thread:release");
  await has("The bot may answer here");
  await says(ana, "Hello? Are you still there?");
  await pass(minute);
  expect(chat().slice(2)).toEqual([expect.stringContaining("open tomorrow at 9 am")]);
  expect((await timeline()).find(({ decision }) => decision === "released")).toMatchObject({
    type: "conversation",
    summary: { promised: [{ quote: expect.stringContaining("price tomorrow") }], open: [expect.objectContaining({ because: "question" })] },
  });
});

it("a takeover that everybody forgot ends by itself, and the card says so", async () => {
  const { slack, card, has, writes, pass, timeline } = await opened();
  await slack.press(maria.id, card, "thread:take_over");
  await has("has the conversation");
  await pass(hour);
  await writes(maria, "&gt;&gt; We have one on Thursday at ten, shall I book it?");
  await pass(minute);

  await pass(11 * hour);
  expect(shown(card)).toContain("has the conversation");
  await pass(day);
  await has("The bot may answer here");
  expect((await timeline()).map(({ decision }) => decision).filter((decision) => decision !== undefined)).toEqual(["released", "taken_over"]);
});
