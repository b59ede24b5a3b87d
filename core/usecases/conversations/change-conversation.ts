import type { AlertRecord } from "#core/model/alert.ts";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { Fact } from "#core/model/fact.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { deriveConversation } from "#core/rules/conversations/derive.ts";
import { conversationStateOf } from "#core/rules/conversations/state-of.ts";
import { placeOfConversation } from "#core/rules/duty/place-of.ts";
import { alertsFollow, openAlertsOf } from "#core/usecases/alerts/follow-conversation.ts";
import { reviseContact } from "#core/usecases/contact-change/revise-contact.ts";
import { showConversation } from "#core/usecases/staff-chat/effects.ts";
import { getConversation } from "./get-conversation.ts";
import { branchesOf } from "./places.ts";

/** The conversation as it will be, and the facts that its contact gains. */
export type ConversationChange = { conversation: ConversationRecord; facts?: readonly Fact[] };

type ConversationStep = (
  conversation: ConversationRecord,
  changes: ChangeSet,
  openAlerts: readonly AlertRecord[],
) => ConversationChange | Promise<ConversationChange>;

/** Changes a conversation in one commit with all that follows (`reviseConversation`). */
export async function changeConversation(ctx: Context, id: string, step: ConversationStep): Promise<ConversationRecord> {
  return reviseConversation(ctx, id, step, (conversation) => conversation);
}

/**
 * Changes a conversation in one commit with all that follows: whose turn it is, its open alerts, and the cards that show it. `step`
 * is asked again after a lost race. A conversation has no version of its own: whoever changes it changes its contact, too.
 * `result` is of the conversation and of those of its alerts that were open, as both will be.
 */
export async function reviseConversation<T>(
  ctx: Context,
  id: string,
  step: ConversationStep,
  result: (conversation: ConversationRecord, alerts: readonly AlertRecord[]) => T,
): Promise<T> {
  let written: { changes: ChangeSet; conversation: ConversationRecord; alerts: readonly AlertRecord[] } | undefined;
  const inCommit = () => (written ? result(written.changes.conversation(id) ?? written.conversation, written.alerts) : notWritten());
  return reviseContact(
    ctx,
    async () => (await getConversation(ctx, { id })).contactId,
    async (contact, changes) => {
      const { document } = await ctx.store.settings.current();
      const before = await getConversation(ctx, { id });
      const open = await openAlertsOf(ctx, id);
      const { conversation, facts = [] } = await step(before, changes, open);
      const place = placeOfConversation(conversation, contact, await branchesOf(ctx, document, [conversation, contact]));
      changes.put("conversations", deriveConversation(conversation, conversationStateOf(contact, id), document, place));
      const isDone = facts.some((fact) => fact.type === "conversation" && fact.decision === "done");
      const alerts = alertsFollow(ctx, changes, open, { conversation, isDone });
      showConversation(ctx, changes, conversation);
      written = { changes, conversation, alerts };
      return { facts, cause: { kind: "conversation", ref: id } };
    },
    inCommit,
  );
}

/** The result is asked for only after the revision was made. */
function notWritten(): never {
  throw new Error("the conversation was not revised");
}
