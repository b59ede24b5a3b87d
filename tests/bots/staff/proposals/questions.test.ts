import { expect, it } from "vitest";
import { openThread } from "#core/usecases/conversations/open-thread.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { recordReading } from "#core/usecases/messages/record-reading.ts";
import { replaceSettings } from "#core/usecases/settings/replace-settings.ts";
import { eventually } from "#tests/support/eventually.ts";
import { reading } from "#tests/support/people/said.ts";
import { maria, openStaffStage, type StaffStage } from "#tests/support/slack/staff.ts";

const words = "Hello <Ana>";

/** A customer whose conversation may have a thread, and words of ours that may book them. */
async function doubt(stage: StaffStage, hasThread: boolean) {
  const { ctx } = stage;
  const { version, document } = await ctx.store.settings.current();
  await replaceSettings(ctx, { version, document: { ...document, analysts: ["llm", "rules"] } });
  const { contactId, conversationId } = await stage.customer();
  if (hasThread) await openThread(ctx, { id: conversationId });
  await stage.carry();
  stage.pass(60_000);
  const { message } = await ingestMessage(ctx, {
    channel: "web",
    account: "default",
    externalId: null,
    direction: "outbound",
    author: "bot",
    from: { externalId: "v-Ana Reyes" },
    text: words,
    media: [],
    sentAt: stage.now(),
    origin: "platform",
  });
  const unsure = [{ what: "confirmed" as const, quote: words, after: "Friday at 3?", sure: 0.5, kind: "booking" as const }];
  await recordReading(ctx, { messageId: message.id, reading: reading({ unsure }) });
  await stage.carry();
  return contactId;
}

const question = ({ slack }: StaffStage) => slack.in("C0STAFF").find(({ blocks }) => JSON.stringify(blocks).includes("Is this booked?"));

async function asked(stage: StaffStage) {
  const found = question(stage);
  if (!found) throw new Error("nothing is asked");
  return found;
}

it.each([
  ["in the thread of the conversation and in the channel", true],
  ["in the channel where the conversation has no thread", false],
])("a question is shown %s, with both turns, and one press answers it", async (_, hasThread) => {
  const stage = await openStaffStage();
  await stage.member(maria, "agent");
  const contactId = await doubt(stage, hasThread);

  const card = await asked(stage);
  expect(JSON.stringify(card.blocks)).toMatch(/Ana Reyes.*Is this booked\?.*Friday at 3\?.*Hello &lt;Ana&gt;.*Yes.*No/);
  const root = stage.slack.in("C0STAFF").find(({ threadTs }) => threadTs === null);
  expect([card.threadTs, card.isInChannel ?? false]).toEqual(hasThread ? [root?.ts, true] : [null, false]);

  await stage.slack.press(maria.id, card, "proposal:accept");
  const shown = await eventually(
    async () => JSON.stringify((await asked(stage)).blocks),
    (blocks) => !blocks.includes("proposal:accept"),
    5_000,
  );

  expect(shown).toMatch(/Yes, it is made: said by Maria Santos/);
  expect((await stage.ctx.store.contacts.find(contactId))?.status).toBe("converted");
  const { actions } = await stage.ctx.store.contacts.facts(contactId);
  const staff = (await stage.ctx.store.staff.list({ limit: 10, cursor: null })).data.find(({ name }) => name === maria.name);
  expect(actions.map(({ action, properties }) => [action, properties.quote, properties.reportedBy])).toEqual([
    ["booking_confirmed", words, staff?.id],
  ]);
  expect((await stage.ctx.store.audit.list({ action: "proposal.accept" }, { limit: 10, cursor: null })).data).toHaveLength(1);
});

it("a No leaves all as it was", async () => {
  const stage = await openStaffStage();
  await stage.member(maria, "agent");
  const contactId = await doubt(stage, true);

  await stage.slack.press(maria.id, await asked(stage), "proposal:reject");
  await eventually(
    async () => JSON.stringify((await asked(stage)).blocks),
    (blocks) => blocks.includes("No: said by Maria Santos"),
    5_000,
  );

  expect((await stage.ctx.store.contacts.find(contactId))?.status).not.toBe("converted");
});
