import { expect, it } from "vitest";
import { minute } from "#core/rules/time.ts";
import { eventually } from "#tests/support/eventually.ts";
import { openCounter, staffChannel } from "#tests/support/slack/counter.ts";
import type { FakeMessage } from "#tests/support/slack/fake-slack-state.ts";
import { slackReader } from "#tests/support/slack/slack-reader.ts";
import { carlo, maria } from "#tests/support/slack/staff.ts";

const friday = Date.parse("2026-03-06T17:55:00-05:00");
const mondayAtNine = Date.parse("2026-03-09T09:00:00-04:00");
const ana = { id: 1001, first_name: "Ana" };
const promise = "I'll send the quote Monday morning";
const text = "Good morning Ana! The house is 210 dollars a night.";
const shown = ({ blocks }: FakeMessage) => JSON.stringify(blocks);

/** Ana in New York has asked, and was promised a quote: a card lies in the channel. */
async function promised() {
  const counter = await openCounter(friday - 10 * minute);
  const { app, telegram, slack, advance, says, member } = counter;
  await member(maria, "agent");
  await member(carlo, "agent");
  await says(ana, "How much is the house in July?");
  const [contact] = (await app.get("/v1/contacts")).is<{ data: { id: string }[] }>(200).data;
  (await app.patch(`/v1/contacts/${contact?.id}`, { timeZone: "America/New_York" })).is(200);
  const [conversation] = await app.ctx.store.conversations.ofContact(contact?.id ?? "");
  await advance(friday);
  (await app.post(`/v1/conversations/${conversation?.id}/messages`, { text: promise })).is(201);
  await advance(friday + 2 * minute);
  const [card] = slack.in(staffChannel);
  if (!card) throw new Error("no card has come");
  const state = async () => (await app.get("/v1/followups")).is<{ data: { state: string }[] }>(200).data.map((each) => each.state);
  const chat = () => telegram.accepted.filter(({ chatId }) => chatId === String(ana.id)).map((message) => message.text);
  const told = (userId: string) => slack.whispers.filter((whisper) => whisper.userId === userId).map((whisper) => whisper.text);
  const shows = (words: string) =>
    eventually(
      async () => shown(card),
      (blocks) => blocks.includes(words),
    );
  return { ...counter, card, state, chat, told, shows };
}

it("a promise is kept: proposed, edited, refused as it was before, sent once as it was shown, answered", async () => {
  const { slack, advance, says, card, state, chat, told, shows } = await promised();
  expect(await state()).toEqual(["proposed"]);
  expect(shown(card)).toContain("waits for what we promised");
  const before = structuredClone(card);

  const modal = await slackReader(slack, maria).opens(() => slack.press(maria.id, card, "followup:edit"));
  expect(await slackReader(slack, maria).fills(modal, { text })).toEqual({});
  await shows("Edited by Maria Santos");
  expect(shown(card)).toContain("Edited by Maria Santos");
  expect(shown(card)).toMatch(/~[^~]+~ \*[^*]+\*/);
  expect(chat()).toEqual([promise]);

  await slack.press(carlo.id, before, "followup:approve");
  await eventually(
    async () => told(carlo.id),
    (lines) => lines.length > 0,
  );
  expect(told(carlo.id)).toEqual(["The text has changed since you saw it: read the follow-up again."]);
  expect(await state()).toEqual(["proposed"]);

  await slack.press(carlo.id, card, "followup:approve");
  await shows("Approved by Carlo Cruz");
  expect(await state()).toEqual(["approved"]);
  await advance(mondayAtNine - 1);
  expect(chat()).toEqual([promise]);
  await advance(mondayAtNine + minute);
  expect(chat()).toEqual([promise, text]);
  expect(shown(card)).toContain("Sent by Carlo Cruz");

  await advance(mondayAtNine + 70 * minute);
  await says(ana, "Great, thank you!");
  await advance(mondayAtNine + 72 * minute);
  expect(await state()).toEqual(["replied"]);
  expect(shown(card)).toContain("replied");
  expect(shown(card)).not.toContain("followup:approve");
  expect(chat()).toEqual([promise, text]);
  expect(slack.in(staffChannel)).toEqual([card]);
});

it("a card that could not be brought up to date does not send what it still shows, and is up to date after the press", async () => {
  const { slack, card, state, chat, told, shows } = await promised();
  const modal = await slackReader(slack, maria).opens(() => slack.press(maria.id, card, "followup:edit"));
  slack.fail({ method: "chat.update", how: "down", times: 1 });
  expect(await slackReader(slack, maria).fills(modal, { text })).toEqual({});
  expect(shown(card)).not.toContain("210 dollars");

  await slack.press(carlo.id, card, "followup:approve");
  await shows("210 dollars");

  expect(told(carlo.id)).toEqual(["The text has changed since you saw it: read the follow-up again."]);
  expect(await state()).toEqual(["proposed"]);
  expect(chat()).toEqual([promise]);
});
