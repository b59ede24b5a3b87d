import { CrmError, fail } from "#core/errors.ts";
import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { MessageWithReading } from "#core/ports/store.ts";
import { sourceOfChannel } from "#core/rules/contact/row.ts";
import { second } from "#core/rules/time.ts";
import { reviseContact } from "#core/usecases/contact-change/revise-contact.ts";
import { factIdOf, nextArrival } from "#core/usecases/fact-id.ts";
import { followDelivery } from "#core/usecases/followups/follow-delivery.ts";
import { analyse, messageFact, messageRow, readingRow } from "#core/usecases/messages/message-rows.ts";
import { postToThread, showCard } from "#core/usecases/staff-chat/effects.ts";

/**
 * Stores in one commit that the platform has accepted a delivery, and its text as a message. `at` in ms since 1970. A receipt
 * for a delivery with the state `unknown` settles it.
 */
export async function recordSent(ctx: Context, sent: DeliveryRecord, at: number): Promise<DeliveryRecord> {
  const contactId = await contactOf(ctx, sent);
  try {
    return await storeSent(ctx, contactId, sent, at);
  } catch (error) {
    // A sent message is stored in any case, for the contact that the recipient is part of now.
    if (error instanceof CrmError && (await contactOf(ctx, sent)) !== contactId) return recordSent(ctx, sent, at);
    throw error;
  }
}

async function storeSent(ctx: Context, contactId: string, sent: DeliveryRecord, at: number): Promise<DeliveryRecord> {
  let settled = sent;
  return reviseContact(
    ctx,
    contactId,
    async (contact, changes) => {
      const stored = await ctx.store.deliveries.find(sent.id);
      settled = stored ?? sent;
      if (!stored || (stored.state !== "sending" && stored.state !== "unknown")) return { cause: { kind: "message", ref: settled.messageId } };
      if (stored.contactId !== contact.id) fail("conflict", `delivery ${sent.id} is contact ${stored.contactId}'s now`);
      const message = await messageOf(ctx, sent, contact, afterWhatItAnswers(contact, at));
      settled = { ...sent, contactId: contact.id, messageId: message.id };
      changes.moveDelivery(settled, stored.state);
      // Staff may have been asked about the delivery, or have had it resent.
      if (stored.state === "unknown" || stored.attempts > 1) showCard(ctx, changes, "delivery", settled.id);
      changes.insert("messages", messageRow(message));
      changes.insert("readings", readingRow(message, ctx.now()));
      await countUp(ctx, changes, message);
      await followDelivery(ctx, changes, settled);
      return { facts: [messageFact(message)], cause: { kind: "message", ref: message.id } };
    },
    () => settled,
  );
}

/** The contact of the delivery now, since the recipient may have been merged into another while it was sent. */
async function contactOf(ctx: Context, { id, contactId }: DeliveryRecord): Promise<string> {
  return (await ctx.store.deliveries.find(id))?.contactId ?? contactId;
}

/**
 * The time of the sent message. Platforms report whole seconds, so a reply within the second of the message it answers is
 * placed after it.
 */
function afterWhatItAnswers({ state: { cursor } }: ContactRecord, at: number): number {
  return cursor !== null && at <= cursor.at && cursor.at - at < second ? cursor.at + 1 : at;
}

async function messageOf(ctx: Context, sent: DeliveryRecord, contact: ContactRecord, at: number): Promise<MessageWithReading> {
  const { agentId, channel, account, providerId, conversationId, author, text, media } = sent;
  const { document } = await ctx.store.settings.current();
  const reading = analyse({ text, direction: "outbound", author, sentAt: at }, contact, document);
  return {
    id: factIdOf(ctx, { prefix: "msg", at, names: providerId === null ? null : [channel, account, providerId], arrived: nextArrival(ctx) }),
    agentId,
    contactId: contact.id,
    conversationId,
    channel,
    account,
    source: sourceOfChannel[channel],
    externalId: providerId,
    direction: "outbound",
    author,
    purpose: sent.purpose,
    text,
    media,
    sender: null,
    sentAt: at,
    receivedAt: ctx.now(),
    history: false,
    sentiment: null,
    editedAt: null,
    forwarded: false,
    placeholder: false,
    quoted: null,
    reading,
  };
}

async function countUp(ctx: Context, changes: ChangeSet, { id, conversationId, sentAt }: MessageWithReading): Promise<void> {
  const conversation = await ctx.store.conversations.find(conversationId);
  if (!conversation) return;
  if (conversation.threadedAt !== null) postToThread(ctx, changes, id);
  changes.put("conversations", {
    ...conversation,
    messageCount: conversation.messageCount + 1,
    lastMessageAt: Math.max(conversation.lastMessageAt, sentAt),
  });
}
