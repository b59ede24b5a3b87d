import type { ConversationRecord } from "#core/model/conversation.ts";
import type { ContactRecord, MessageRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import { channelOfBranch } from "#core/rules/alerts/route.ts";
import { isNewMatter } from "#core/rules/conversations/new-matter.ts";
import { conversationStateOf } from "#core/rules/conversations/state-of.ts";
import { answerableUntil } from "#core/usecases/contactability/contactability-for.ts";
import { nameOf } from "../blocks/text.ts";
import type { CardBuilder } from "../slack/feature.ts";
import { staffNames } from "../slack/staff-names.ts";
import { earlierMessages } from "../slack/threads/thread-messages.ts";
import { type QuotedWords, type ThreadModel, threadRoot } from "./card-blocks.ts";
import { earlierCard, threadMessage } from "./message-blocks.ts";
import { writersOf } from "./writers.ts";

/** The card of a conversation, under which its thread is, in the channel of its branch; null: the conversation is deleted. */
export const threadCardOf: CardBuilder = async (ctx, id) => {
  const conversation = await ctx.store.conversations.find(id);
  const contact = conversation && (await ctx.store.contacts.find(conversation.contactId));
  if (!conversation || !contact) return null;
  const card = threadRoot(await threadModelOf(ctx, conversation, contact));
  const { escalations } = (await ctx.store.settings.current()).document;
  const channelId = channelOfBranch(conversation.branchId ?? contact.branchId, escalations);
  return { contactId: contact.id, ...card, isRequired: conversation.threadedAt !== null, channelId };
};

async function threadModelOf(ctx: Context, conversation: ConversationRecord, contact: ContactRecord): Promise<ThreadModel> {
  const { takenOverBy, assigneeId, branchId } = conversation;
  const { timeZone: zone } = (await ctx.store.settings.current()).document;
  const [names, branch, answerUntil, words] = await Promise.all([
    staffNames(ctx, [takenOverBy, assigneeId]),
    branchId === null ? null : ctx.store.labels.findBranch(branchId),
    answerableUntil(ctx, conversation),
    wordsOf(ctx, conversation, contact),
  ]);
  return {
    conversation,
    contact,
    ...words,
    ownerName: names.get(takenOverBy ?? "") ?? null,
    assigneeName: assigneeId === null ? null : (names.get(assigneeId) ?? "somebody who is not on the staff"),
    branchName: branch?.name ?? null,
    answerUntil,
    zone,
    now: ctx.now(),
  };
}

async function wordsOf(ctx: Context, { id, lastMessageId, waitingMessageId }: ConversationRecord, contact: ContactRecord) {
  const found = await ctx.store.messages.findMany([lastMessageId, waitingMessageId].filter((each) => each !== null));
  const writers = await writersOf(ctx, found);
  const quoted = (messageId: string | null): QuotedWords | null => {
    const message = found.find((one) => one.id === messageId);
    if (!message) return null;
    const { text, media, author, sentAt } = message;
    return { text, media, author, writer: writers.get(message.id) ?? null, at: sentAt };
  };
  // The wait may have begun with a greeting, and what it is about was said after that. Otherwise the whole message is shown.
  const waiting = conversationStateOf(contact, id)?.waiting;
  const waitsFor = quoted(waitingMessageId);
  const quote = waiting?.quote.trim() ?? "";
  const text = waitsFor?.text.includes(quote) ? waitsFor.text : quote;
  return { waitsFor: waitsFor && { ...waitsFor, text }, last: quoted(lastMessageId) };
}

/** One message of the conversation in its thread; null: it was deleted. */
export const messageCardOf: CardBuilder = async (ctx, id) => {
  const message = await ctx.store.messages.find(id);
  const contact = message && (await ctx.store.contacts.find(message.contactId));
  if (!message || !contact) return null;
  const { timeZone: zone } = (await ctx.store.settings.current()).document;
  const writer = (await writersOf(ctx, [message])).get(id) ?? null;
  const card = threadMessage({ message, name: nameOf(contact), writer, zone });
  return { contactId: contact.id, ...card, isRequired: true, isInChannel: await startsMatter(ctx, message) };
};

/** How many of the newest messages are read to find the one before. */
const looked = 20;

async function startsMatter(ctx: Context, message: MessageRecord): Promise<boolean> {
  const conversation = await ctx.store.conversations.find(message.conversationId);
  if (conversation?.waitingMessageId !== message.id) return false;
  const { data } = await ctx.store.messages.ofConversation(conversation, { limit: looked, cursor: null });
  const before = data.find(({ id, sentAt }) => id !== message.id && sentAt <= message.sentAt) ?? null;
  return isNewMatter(message, before, conversation);
}

/** What was said before the conversation became a thread; null: nothing, or it is deleted. It is posted with the thread, and not by itself. */
export const earlierCardOf: CardBuilder = async (ctx, id) => {
  const conversation = await ctx.store.conversations.find(id);
  const threadedAt = conversation?.threadedAt ?? null;
  if (!conversation || threadedAt === null) return null;
  const messages = await earlierMessages(ctx, { ...conversation, threadedAt });
  if (messages.length === 0) return null;
  const writers = await writersOf(ctx, messages);
  const { timeZone: zone } = (await ctx.store.settings.current()).document;
  const said = messages.toReversed().map((message) => ({ ...message, writer: writers.get(message.id) ?? null }));
  return { contactId: conversation.contactId, ...earlierCard({ messages: said, zone, now: ctx.now() }), isRequired: false };
};
