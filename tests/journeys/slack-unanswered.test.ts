import { expect, it } from "vitest";
import { minute, second } from "#core/rules/time.ts";
import { replaceSettings } from "#core/usecases/settings/replace-settings.ts";
import { eventually } from "#tests/support/eventually.ts";
import { type Counter, openCounter, staffChannel } from "#tests/support/slack/counter.ts";
import type { FakeMessage, FakePerson } from "#tests/support/slack/fake-slack-state.ts";
import { carlo, maria } from "#tests/support/slack/staff.ts";

/** Ten minutes before the shop closes on a Monday, in UTC, which is its zone. */
const tenToFive = Date.parse("2026-03-02T16:50:00Z");
const tuesday = (time: string) => Date.parse(`2026-03-03T${time}Z`);
const ana = { id: 1001, first_name: "Ana" };
const shown = ({ blocks }: FakeMessage) => JSON.stringify(blocks);

/** Open from 9 to 5 on weekdays; Maria works there, and Carlo runs it and comes on Saturdays. Both have looked at their Slack before. */
async function opened() {
  const counter = await openCounter(tenToFive);
  const { app, slack, member } = counter;
  await member(maria, "agent");
  const { id: staffId } = await member(carlo, "admin");
  const { version, document } = await app.ctx.store.settings.current();
  const greeting = { ...document.greeting, hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }] };
  const saturdays = { staffId, hours: [{ days: [6], from: "09:00", to: "12:00" }], daysOff: [], branchIds: [] };
  await replaceSettings(app.ctx, { version, document: { ...document, greeting, duty: { ...document.duty, staff: [saturdays] } } });
  for (const { id } of [maria, carlo]) await slack.event({ type: "app_home_opened", user: id, channel: "D0", tab: "home", event_ts: "1" });
  return counter;
}

const inChannel = ({ slack }: Counter, mark: string) =>
  slack.in(staffChannel).filter((message) => message.threadTs === null && shown(message).includes(mark));
const calls = (message: FakeMessage | undefined, { id }: FakePerson) => message !== undefined && shown(message).includes(`<@${id}>`);

it("nobody answered: after half an hour of opening hours there is a card, a reminder calls who is on duty, and the next one the boss", async () => {
  const counter = await opened();
  const { app, telegram, slack, advance, now, says } = counter;
  await says(ana, "Is the blue one still available in size M?");
  await advance(now() + second);

  // Ten minutes are left of Monday; the night does not count.
  await advance(tuesday("09:19:00"));
  expect(inChannel(counter, "🚨")).toEqual([]);
  await advance(tuesday("09:21:00"));
  const [card] = inChannel(counter, "🚨");
  if (!card) throw new Error("no alert has come");
  expect(shown(card)).toContain("Nobody has answered");
  expect(shown(card)).toContain("Is the blue one still available in size M?");
  expect(inChannel(counter, "🚨")).toHaveLength(1);
  expect([calls(card, maria), calls(card, carlo)]).toEqual([false, false]);

  await advance(tuesday("09:37:00"));
  const [first] = inChannel(counter, "⏰");
  expect([calls(first, maria), calls(first, carlo)]).toEqual([true, false]);
  await advance(tuesday("09:53:00"));
  expect(inChannel(counter, "⏰")).toHaveLength(2);
  const last = inChannel(counter, "⏰").at(-1);
  expect([calls(last, maria), calls(last, carlo)]).toEqual([true, true]);

  if (!last) throw new Error("no second reminder has come");
  await slack.press(carlo.id, last, "alert:take_over");
  await eventually(
    async () => shown(card),
    (blocks) => blocks.includes("Taken over by *Carlo Cruz*"),
  );
  const base = { type: "message", user: carlo.id, channel: staffChannel, channel_type: "channel", thread_ts: card.ts };
  await slack.event({ ...base, ts: slack.next(), text: "&gt;&gt; Yes, the last one. Shall I put it aside?" });
  await advance(now() + 2 * second);
  expect(telegram.accepted.map(({ text }) => text)).toEqual(["Yes, the last one. Shall I put it aside?"]);

  await advance(now() + 120 * minute);
  expect(inChannel(counter, "⏰")).toHaveLength(1);
  const { data } = await app.ctx.store.alerts.list({ rule: ["unanswered"] }, { limit: 5, cursor: null });
  expect(data).toMatchObject([{ reminders: 2, remindAt: null }]);
});
