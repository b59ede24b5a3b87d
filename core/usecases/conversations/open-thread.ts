import type { ConversationRecord } from "#core/model/conversation.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { postToThread, showCard } from "#core/usecases/staff-chat/effects.ts";
import { type ConversationWithContact, conversationWithContact } from "./with-contact.ts";

/**
 * Staff see the conversation as a thread from now on, with what was said last. One conversation is one thread, however often it
 * is opened. Throws CrmError `not_found`.
 */
export async function openThread(ctx: Context, { id }: { id: string }): Promise<ConversationRecord> {
  return retrying(ctx, async () => openNow(ctx, await conversationWithContact(ctx, { id })));
}

/** Opens the thread of a conversation that nothing has answered; does nothing when it does not wait, has a thread, or is deleted. */
export async function openUnansweredThread(ctx: Context, { id }: { id: string }): Promise<void> {
  await retrying(ctx, async () => {
    if ((await ctx.store.conversations.find(id)) === null) return;
    const found = await conversationWithContact(ctx, { id });
    if (found.conversation.state === "waiting" && found.conversation.threadedAt === null) await openNow(ctx, found);
  });
}

async function openNow(ctx: Context, { conversation, contact }: ConversationWithContact): Promise<ConversationRecord> {
  const after = { ...conversation, threadedAt: conversation.threadedAt ?? ctx.now() };
  // A conversation has no version of its own: whoever writes in it changes the contact, too.
  const changes = new ChangeSet().put("conversations", after).updateContact(contact, { ...contact, updatedAt: ctx.now() });
  if (conversation.threadedAt === null && conversation.lastMessageId !== null) postToThread(ctx, changes, conversation.lastMessageId);
  showCard(ctx, changes, "thread", conversation.id);
  return commit(ctx, changes, after);
}
