import { nameOf } from "../blocks/text.ts";
import type { CardBuilder } from "../slack/feature.ts";
import { threadMessage, threadRoot } from "./card-blocks.ts";

/** The first message of a conversation's thread; null: the conversation is deleted. */
export const threadCardOf: CardBuilder = async (ctx, id) => {
  const conversation = await ctx.store.conversations.find(id);
  const contact = conversation && (await ctx.store.contacts.find(conversation.contactId));
  if (!conversation || !contact) return null;
  const { timeZone: zone } = (await ctx.store.settings.current()).document;
  const owner = conversation.takenOverBy === null ? null : await ctx.store.staff.find(conversation.takenOverBy);
  const card = threadRoot({ conversation, contact, ownerName: owner?.name ?? null, zone, now: ctx.now() });
  return { contactId: contact.id, ...card, isRequired: conversation.threadedAt !== null };
};

/** One message of the conversation in its thread; null: it was deleted. */
export const messageCardOf: CardBuilder = async (ctx, id) => {
  const message = await ctx.store.messages.find(id);
  const contact = message && (await ctx.store.contacts.find(message.contactId));
  if (!message || !contact) return null;
  const { timeZone: zone } = (await ctx.store.settings.current()).document;
  return { contactId: contact.id, ...threadMessage({ message, name: nameOf(contact), writer: null, zone }), isRequired: true };
};
