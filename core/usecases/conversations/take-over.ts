import { fail } from "#core/errors.ts";
import type { ConversationRecord } from "#core/model/records.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";
import { showCard } from "#core/usecases/staff-chat/effects.ts";
import { getConversation } from "./get-conversation.ts";

/** Staff own the conversation from now on: the bot is silent there, also with what waits to be sent. Taking it twice changes nothing. */
export async function takeOver(ctx: Context, { id }: { id: string }): Promise<ConversationRecord> {
  return change(ctx, id, (conversation) => {
    if (conversation.takenOverAt === null) return { ...conversation, takenOverAt: ctx.now(), takenOverBy: ctx.actor.id };
    if (conversation.takenOverBy === ctx.actor.id) return conversation;
    return fail("conflict", `${conversation.takenOverBy} has taken it over already`, { takenOverBy: conversation.takenOverBy });
  });
}

/** Gives the conversation back to the bot. */
export async function release(ctx: Context, { id }: { id: string }): Promise<ConversationRecord> {
  return change(ctx, id, (conversation) => ({ ...conversation, takenOverAt: null, takenOverBy: null }));
}

async function change(ctx: Context, id: string, step: (conversation: ConversationRecord) => ConversationRecord): Promise<ConversationRecord> {
  return retrying(ctx, async () => {
    const conversation = await getConversation(ctx, { id });
    const contact = await requireContact(ctx, conversation.contactId);
    const after = step(conversation);
    // A conversation has no version of its own: whoever writes in it changes the contact, too.
    const changes = new ChangeSet().put("conversations", after).updateContact(contact, { ...contact, updatedAt: ctx.now() });
    // Whoever reads it in the chat sees who has it, also when that was decided elsewhere.
    if (after.threadedAt !== null) showCard(ctx, changes, "thread", id);
    return commit(ctx, changes, after);
  });
}
