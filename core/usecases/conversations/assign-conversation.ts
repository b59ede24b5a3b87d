import type { ConversationRecord } from "#core/model/conversation.ts";
import type { Context } from "#core/ports/context.ts";
import { requireStaffMember } from "#core/usecases/staff/require-member.ts";
import { changeConversation } from "./change-conversation.ts";

/** A member of staff looks after the conversation from now on; null: nobody. Throws CrmError `invalid` at /assigneeId for an id that is nobody's. */
export async function assignConversation(ctx: Context, { id, assigneeId }: { id: string; assigneeId: string | null }): Promise<ConversationRecord> {
  return changeConversation(ctx, id, async (conversation, changes) => {
    if (assigneeId !== null) {
      await requireStaffMember(ctx, assigneeId, "/assigneeId");
      changes.expectRows("staff", { id: assigneeId }, "id", [assigneeId]);
    }
    return { conversation: { ...conversation, assigneeId } };
  });
}
