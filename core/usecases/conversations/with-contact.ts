import type { ConversationRecord } from "#core/model/conversation.ts";
import type { ContactRecord } from "#core/model/records.ts";
import { StaleError } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";
import { getConversation } from "./get-conversation.ts";

export type ConversationWithContact = { conversation: ConversationRecord; contact: ContactRecord };

/**
 * A conversation with its contact, which is read first: a conversation has no version of its own, and a commit that takes the
 * version of the contact is stale when the conversation has changed since it was read. Throws CrmError `not_found`, and StaleError
 * when it has become another contact's meanwhile.
 */
export async function conversationWithContact(ctx: Context, { id }: { id: string }): Promise<ConversationWithContact> {
  const { contactId } = await getConversation(ctx, { id });
  const contact = await requireContact(ctx, contactId);
  const conversation = await getConversation(ctx, { id });
  if (conversation.contactId !== contactId) throw new StaleError("the conversation has become another contact's");
  return { conversation, contact };
}

/** The same for many. What is gone, or has become another contact's, is left out. */
export async function conversationsWithContacts(ctx: Context, found: readonly ConversationRecord[]): Promise<ConversationWithContact[]> {
  const contacts = await ctx.store.contacts.findMany([...new Set(found.map(({ contactId }) => contactId))]);
  const byId = new Map(contacts.map((contact) => [contact.id, contact]));
  const conversations = await ctx.store.conversations.findMany(found.map(({ id }) => id));
  return conversations.flatMap((conversation) => {
    const contact = byId.get(conversation.contactId);
    return contact ? [{ conversation, contact }] : [];
  });
}
