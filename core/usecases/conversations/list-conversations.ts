import type { ConversationRecord, InboxFilter, InboxSort, InboxState } from "#core/model/conversation.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import type { MessageWithReading } from "#core/ports/store.ts";

/** A conversation as the inbox shows it: whose it is, what was said last and what the customer waits for. */
export type InboxEntry = {
  conversation: ConversationRecord;
  contact: ContactRecord | null;
  lastMessage: MessageWithReading | null;
  waitingMessage: MessageWithReading | null;
};

export type InboxQuery = { filter: InboxFilter; sort: InboxSort; page: PageQuery };

/** A page of the inbox. Four queries, whatever the size of the page. */
export async function listConversations(ctx: Context, { filter, sort, page }: InboxQuery): Promise<Page<InboxEntry>> {
  const { data, nextCursor } = await ctx.store.conversations.list(filter, sort, page);
  return { data: await describeConversations(ctx, data), nextCursor };
}

/** The number of conversations in each state for which the other filters hold. */
export function countConversations(ctx: Context, filter: Omit<InboxFilter, "state" | "contact">): Promise<Record<InboxState, number>> {
  return ctx.store.conversations.counts(filter);
}

/** Conversations with their contacts and the messages that the inbox shows of them, in their order. */
export async function describeConversations(ctx: Context, conversations: readonly ConversationRecord[]): Promise<InboxEntry[]> {
  if (conversations.length === 0) return [];
  const ids = conversations.flatMap(({ lastMessageId, waitingMessageId }) => [lastMessageId, waitingMessageId]).filter((id) => id !== null);
  const [contacts, messages] = await Promise.all([
    ctx.store.contacts.findMany([...new Set(conversations.map(({ contactId }) => contactId))]),
    ctx.store.messages.findMany([...new Set(ids)]),
  ]);
  const contactOf = new Map(contacts.map((contact) => [contact.id, contact]));
  const messageOf = new Map(messages.map((message) => [message.id, message]));
  const message = (id: string | null) => (id === null ? null : (messageOf.get(id) ?? null));
  return conversations.map((conversation) => ({
    conversation,
    contact: contactOf.get(conversation.contactId) ?? null,
    lastMessage: message(conversation.lastMessageId),
    waitingMessage: message(conversation.waitingMessageId),
  }));
}
