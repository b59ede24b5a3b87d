import { expect, it } from "vitest";
import { lineFor } from "#bots/staff/slack/errors.ts";
import { CrmError } from "#core/errors.ts";
import { acknowledgeAlert } from "#core/usecases/alerts/decide-alert.ts";
import { assignConversation } from "#core/usecases/conversations/assign-conversation.ts";
import { openThread } from "#core/usecases/conversations/open-thread.ts";
import { takeOver } from "#core/usecases/conversations/take-over.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { eventually } from "#tests/support/eventually.ts";
import type { FakeMessage } from "#tests/support/slack/fake-slack-state.ts";
import { maria, openStaffStage, type StaffStage } from "#tests/support/slack/staff.ts";

const loud = { id: "U0LOUD", name: "<!channel> *Loud* & <https://evil.example|here>", email: "loud@example.com" };

/** Somebody asks for a person; Maria, and a colleague whose name Slack would read as mark-up, work there. */
async function opened() {
  const stage = await openStaffStage();
  const { ctx, slack } = stage;
  await stage.member(maria, "agent");
  const colleague = await stage.member(loud, "agent");
  const common = { channel: "web", account: "default", direction: "inbound", author: "customer", origin: "platform" } as const;
  const from = { externalId: "v-1", name: "Ana" };
  const text = "I want to talk to a real person";
  const { conversation } = await ingestMessage(ctx, { ...common, externalId: null, from, text, media: [], sentAt: stage.now() });
  await openThread(ctx, { id: conversation.id });
  await stage.carry();
  const card = (action: string): FakeMessage => {
    const found = slack.in("C0STAFF").find(({ blocks }) => JSON.stringify(blocks).includes(`"${action}"`));
    if (!found) throw new Error(`no card with ${action}`);
    return found;
  };
  const alertId = (await ctx.store.alerts.list({}, { limit: 1, cursor: null })).data[0]?.id ?? "";
  return {
    stage,
    conversationId: conversation.id,
    alertId,
    card,
    colleague,
    theirs: { ...ctx, actor: { kind: "staff" as const, id: colleague.id } },
  };
}

type Opened = Awaited<ReturnType<typeof opened>>;

const ways: [what: string, before: (given: Opened) => Promise<unknown>, act: (given: Opened, card: FakeMessage) => Promise<unknown>, card: string][] =
  [
    ["took it over", ({ theirs, conversationId }) => takeOver(theirs, { id: conversationId }), press("thread:take_over"), "thread:take_over"],
    [
      "looks after it",
      ({ theirs, conversationId, colleague }) => assignConversation(theirs, { id: conversationId, assigneeId: colleague.id }),
      press("thread:assign_me"),
      "thread:assign_me",
    ],
    ["acknowledged the alert", ({ theirs, alertId }) => acknowledgeAlert(theirs, { id: alertId }), press("alert:acknowledge"), "alert:acknowledge"],
    ["took the alert over", ({ theirs, conversationId }) => takeOver(theirs, { id: conversationId }), press("alert:take_over"), "alert:take_over"],
  ];

function press(action: string) {
  return ({ stage: { slack } }: Opened, card: FakeMessage) => slack.press(maria.id, card, action);
}

const lines = ({ slack }: StaffStage) => slack.whispers.filter(({ userId }) => userId === maria.id).map(({ text }) => text);

it.each(ways)("the name of a colleague who %s calls nobody and formats nothing in the answer", async (_what, before, act, action) => {
  const given = await opened();
  // The card is as it was before the colleague acted, as on a screen that is a moment behind.
  const card = structuredClone(given.card(action));
  await before(given);

  await act(given, card);
  const told = await eventually(
    async () => lines(given.stage),
    ({ length }) => length > 0,
  );

  expect(told.join()).toContain("Loud");
  expect(told.join()).not.toMatch(/<!channel>|<https|\*Loud\*/);
});

it.each(["<!here>", "<@U0123>", "<#C0123|general>", "<https://evil.example|our page>"])("an error that quotes %s is a line without it", (words) => {
  expect(lineFor(new CrmError("conflict", `“${words}” is the name of another tag too`))).not.toMatch(/</);
});
