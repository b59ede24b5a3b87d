import type { ConversationDecisionRecord, ConversationRecord } from "#core/model/conversation.ts";
import type { Context } from "#core/ports/context.ts";
import { newFactId } from "#core/usecases/fact-id.ts";
import { changeConversation } from "./change-conversation.ts";

/**
 * Staff say that the conversation is done, or open after all: then what the customer waited for waits again. A message of the
 * customer that wants an answer opens it by itself. The same decision twice changes nothing.
 */
export async function decideConversation(
  ctx: Context,
  input: { id: string } & Pick<ConversationDecisionRecord, "decision">,
): Promise<ConversationRecord> {
  const { id: conversationId, decision } = input;
  return changeConversation(ctx, conversationId, (conversation, changes) => {
    const isDecided = decision === "done" ? conversation.doneAt !== null : conversation.doneAt === null;
    if (isDecided) return { conversation };
    // Staff speak of what they see, also of a message that a platform's clock has put a little ahead.
    const at = Math.max(ctx.now(), conversation.lastMessageAt + 1);
    const { agentId, contactId } = conversation;
    const row: ConversationDecisionRecord = { id: newFactId(ctx, "cvd", at), agentId, contactId, conversationId, decision, by: ctx.actor.id, at };
    changes.insert("conversationDecisions", row);
    return { conversation, facts: [{ type: "conversation", id: row.id, at, conversationId, decision }] };
  });
}
