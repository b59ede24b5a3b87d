import { expect, it } from "vitest";
import { syncEnvironmentConnection } from "#core/usecases/connections/sync-environment-connection.ts";
import { editFollowUp } from "#core/usecases/followups/decide-followup.ts";
import { remind } from "#core/usecases/followups/remind.ts";
import { eventually } from "#tests/support/eventually.ts";
import type { FakeMessage } from "#tests/support/slack/fake-slack-state.ts";
import { slackReader } from "#tests/support/slack/slack-reader.ts";
import { maria, openStaffStage } from "#tests/support/slack/staff.ts";

async function stage() {
  const opened = await openStaffStage();
  await opened.member(maria, "agent");
  await syncEnvironmentConnection(opened.ctx, { channel: "web", via: null }, true);
  const { contactId } = await opened.customer();
  const followUp = await remind(opened.ctx, { contactId, dueAt: opened.now() + 3_600_000, reason: "Ask how it went", text: "How did it go?" });
  await opened.carry();
  const state = async () => (await opened.ctx.store.followUps.find(followUp.id))?.state;
  return { ...opened, followUp, state, reader: slackReader(opened.slack, maria) };
}

const shown = ({ text, blocks }: FakeMessage) => JSON.stringify([text, blocks]);
const until = (message: FakeMessage, words: string) =>
  eventually(
    async () => shown(message),
    (blocks) => blocks.includes(words),
    10_000,
  );

it("what was approved can be taken back on its card until it is on its way, and that is in the log", async () => {
  const { ctx, slack, state, followUp } = await stage();
  const [card] = slack.in("C0STAFF");
  if (!card) throw new Error("there is no card");
  await slack.press(maria.id, card, "followup:approve");
  await until(card, "Take it back");
  const approved = structuredClone(card);

  await slack.press(maria.id, card, "followup:withdraw");
  await until(card, "Withdrawn");
  await slack.press(maria.id, approved, "followup:withdraw");

  const told = await eventually(
    async () => slack.whispers,
    ({ length }) => length > 0,
  );
  expect(told.map(({ text }) => text)).toEqual([expect.stringContaining("The follow-up is withdrawn by now")]);
  expect(await state()).toBe("withdrawn");
  const log = await ctx.store.audit.list({ action: "followup.withdraw" }, { limit: 10, cursor: null });
  expect(log.data).toMatchObject([{ subjectId: followUp.id }]);
});

it("the queue that a command was answered with shows what was edited there, and what others have edited when Send is refused", async () => {
  const { ctx, slack, reader, state, followUp } = await stage();
  const queue = await reader.asks("followups");

  const modal = await reader.opens(() => slack.press(maria.id, queue, "followup:edit"));
  await reader.fills(modal, { text: "Did you like it?" });
  await until(queue, "Did you like it?");
  await editFollowUp(ctx, { id: followUp.id, text: "Was it good?" });
  await slack.press(maria.id, queue, "followup:approve");
  await until(queue, "Was it good?");
  expect(await state()).toBe("proposed");

  await slack.press(maria.id, queue, "followup:approve");
  await until(queue, "Nobody waits");
  expect(await state()).toBe("approved");
});
