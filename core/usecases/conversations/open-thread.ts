import type { ConversationRecord } from "#core/model/conversation.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";
import { showCard } from "#core/usecases/staff-chat/effects.ts";
import { getConversation } from "./get-conversation.ts";

/** Staff see the conversation as a thread from now on. One conversation is one thread, however often it is opened. */
export async function openThread(ctx: Context, { id }: { id: string }): Promise<ConversationRecord> {
  return retrying(ctx, async () => {
    const conversation = await getConversation(ctx, { id });
    const contact = await requireContact(ctx, conversation.contactId);
    const after = { ...conversation, threadedAt: conversation.threadedAt ?? ctx.now() };
    // A conversation has no version of its own: whoever writes in it changes the contact, too.
    const changes = new ChangeSet().put("conversations", after).updateContact(contact, { ...contact, updatedAt: ctx.now() });
    showCard(ctx, changes, "thread", id);
    return commit(ctx, changes, after);
  });
}
