import type { ConversationDecisionRecord, ConversationRecord } from "#core/model/conversation.ts";
import type { ConversationDecisionFact } from "#core/model/fact.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { newFactId } from "#core/usecases/fact-id.ts";

/** Puts a decision about a conversation into the change set, and gives it as the fact that the contact gains. */
export function addDecision(
  ctx: Context,
  changes: ChangeSet,
  { id: conversationId, agentId, contactId, lastMessageAt }: ConversationRecord,
  { decision, summary = null }: Pick<ConversationDecisionRecord, "decision"> & Partial<Pick<ConversationDecisionRecord, "summary">>,
): ConversationDecisionFact {
  // It is about what is seen, also about a message that a platform's clock has put a little ahead.
  const at = Math.max(ctx.now(), lastMessageAt + 1);
  const row: ConversationDecisionRecord = {
    id: newFactId(ctx, "cvd", at),
    agentId,
    contactId,
    conversationId,
    decision,
    by: ctx.actor.id,
    at,
    summary,
  };
  changes.insert("conversationDecisions", row);
  return { type: "conversation", id: row.id, at, conversationId, decision };
}
