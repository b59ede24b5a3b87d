import type { ConversationRecord } from "#core/model/conversation.ts";
import type { Context } from "#core/ports/context.ts";
import { requireBranch } from "#core/usecases/contacts/people-fields.ts";
import { bringThread } from "#core/usecases/staff-chat/effects.ts";
import { changeConversation } from "./change-conversation.ts";

/**
 * The conversation belongs to the branch from now on, whichever was named first; null: to none. Its open alerts go with it, and so
 * does its thread where the branch has a channel of its own. Throws CrmError `not_found` at /branchId for an id that is no branch's.
 */
export async function moveToBranch(ctx: Context, { id, branchId }: { id: string; branchId: string | null }): Promise<ConversationRecord> {
  return changeConversation(ctx, id, async (conversation, changes) => {
    if (branchId !== null) await requireBranch(ctx, changes, branchId);
    if (conversation.branchId !== branchId) bringThread(ctx, changes, conversation);
    return { conversation: { ...conversation, branchId } };
  });
}
