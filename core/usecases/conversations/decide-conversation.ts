import type { ConversationRecord } from "#core/model/conversation.ts";
import type { Context } from "#core/ports/context.ts";
import { changeConversation } from "./change-conversation.ts";
import { addDecision } from "./decision-row.ts";

/**
 * Staff say that the conversation is done, or open after all: then what the customer waited for waits again. A message of the
 * customer that wants an answer opens it by itself. The same decision twice changes nothing. One that the customer's
 * words have closed is still decided to be done while alerts call staff to it, and resolves them.
 */
export async function decideConversation(ctx: Context, { id, decision }: { id: string; decision: "done" | "open" }): Promise<ConversationRecord> {
  return changeConversation(ctx, id, (conversation, changes, openAlerts) => {
    const isDone = conversation.doneAt !== null;
    const isDecided = decision === "done" ? isDone && openAlerts.length === 0 : !isDone;
    return isDecided ? { conversation } : { conversation, facts: [addDecision(ctx, changes, conversation, { decision })] };
  });
}
