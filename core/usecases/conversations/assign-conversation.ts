import { fail } from "#core/errors.ts";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { Context } from "#core/ports/context.ts";
import { requireStaffMember } from "#core/usecases/staff/require-member.ts";
import { changeConversation } from "./change-conversation.ts";

/** `expected`: who looked after it when the caller decided; without it, whoever does now. */
type Assignment = { id: string; assigneeId: string | null; expected?: string | null };

/**
 * A member of staff looks after the conversation from now on; null: nobody. Throws CrmError `invalid` at /assigneeId for an id that is
 * nobody's, and `conflict` with `assigneeId` in its details when another than the expected one looks after it by now.
 */
export async function assignConversation(ctx: Context, { id, assigneeId, expected }: Assignment): Promise<ConversationRecord> {
  return changeConversation(ctx, id, async (conversation, changes) => {
    const now = conversation.assigneeId;
    if (expected !== undefined && now !== expected && now !== assigneeId)
      fail("conflict", now === null ? "nobody looks after it any more" : `${now} looks after it by now`, { assigneeId: now });
    if (assigneeId !== null) {
      await requireStaffMember(ctx, assigneeId, "/assigneeId");
      // Whoever is removed meanwhile is handed nothing any more.
      changes.expectAbsent("staff", { id: assigneeId, state: "removed" }, "id");
    }
    return { conversation: { ...conversation, assigneeId } };
  });
}
