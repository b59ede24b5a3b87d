import type { Contactability, ContactabilityRow, ContactPolicy } from "#core/model/contactability.ts";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { Purpose } from "#core/model/delivery.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import type { ChannelName } from "#core/model/vocabulary.ts";
import type { Context } from "#core/ports/context.ts";
import { countryOfPhone } from "#core/rules/contactability/country-zones.ts";
import { decideContactability } from "#core/rules/contactability/decide.ts";
import { contactZones } from "#core/rules/contactability/quiet-hours.ts";
import { type ContactFacts, contactabilityRow, replyWindow } from "#core/rules/contactability/row.ts";
import { day, hour } from "#core/rules/time.ts";
import { nearMissKey, openNearMiss } from "#core/usecases/proposals/notice-near-miss.ts";

export type Question = {
  contact: ContactRecord;
  /** Where it would go; null: the contact cannot be reached on the channel. */
  conversation: ConversationRecord | null;
  channel?: ChannelName;
  purpose: Purpose;
  author: ContactabilityRow["author"];
  /** When it would go, ms since 1970. */
  at: number;
  settings: VersionedSettings;
};

/** A week, and a day for those whose clock is behind. */
const lookedBack = 8 * day;

/** May this message go to this person then? The one decision, for previews, approvals and the moment of sending (product.md §9). */
export async function contactabilityFor(ctx: Context, question: Question): Promise<Contactability> {
  const { contact: policy } = question.settings.document;
  return decideContactability(contactabilityRow(await factsFor(ctx, question), policy));
}

async function factsFor(ctx: Context, { contact, conversation, channel, purpose, author, at, settings }: Question): Promise<ContactFacts> {
  const { contact: policy, timeZone: agentZone } = settings.document;
  const on = conversation?.channel ?? channel ?? "web";
  const identity = conversation ? await ctx.store.connections.identity(conversation.identityId) : null;
  const country = contact.phone === null ? null : countryOfPhone(contact.phone);
  const platformWindowHours = conversation ? await windowHoursOf(ctx, conversation) : null;
  const hasWindow = replyWindow(on, policy, platformWindowHours) !== null;
  return {
    at,
    channel: on,
    purpose,
    author,
    optedOut: contact.optedOut,
    holdUntil: await holdUntil(ctx, contact, at, policy),
    blockedAt: identity?.blockedAt ?? null,
    hasIdentity: identity !== null,
    lastInboundAt: conversation && hasWindow ? await ctx.store.conversations.lastInboundAt(conversation) : (contact.state.lastInbound?.at ?? null),
    takenOver: conversation?.takenOverAt != null,
    ownerAnsweredAt: conversation?.ownerSpokeAt ?? null,
    platformWindowHours,
    zones: contactZones({ timeZone: contact.timeZone, country }, agentZone),
    sentAt: purpose === "reply" ? [] : await ctx.store.deliveries.sentUnasked(contact.id, purpose, at - lookedBack),
  };
}

/** Until when an answer is taken in the conversation, ms since 1970; null: for ever, or they have not written. */
export async function answerableUntil(ctx: Context, conversation: ConversationRecord): Promise<number | null> {
  const { contact: policy } = (await ctx.store.settings.current()).document;
  const window = replyWindow(conversation.channel, policy, await windowHoursOf(ctx, conversation));
  const lastInboundAt = window === null ? null : await ctx.store.conversations.lastInboundAt(conversation);
  return window === null || lastInboundAt === null ? null : lastInboundAt + window;
}

/** The window of the platform behind the conversation's account; null: it has none, or the account is not connected. */
async function windowHoursOf(ctx: Context, { channel, account }: ConversationRecord): Promise<number | null> {
  const connections = await ctx.store.connections.list();
  const connection = connections.find((one) => one.channel === channel && one.account === account);
  return (connection && ctx.channelRules(connection)?.windowHours) ?? null;
}

/** Since they seemed to ask not to be written to, unless they or staff have said what was meant. */
async function holdUntil(ctx: Context, contact: ContactRecord, at: number, { holdHours }: ContactPolicy): Promise<number | null> {
  const nearMiss = openNearMiss(contact);
  const until = nearMiss && nearMiss.at + holdHours * hour;
  if (!nearMiss || until === null || at >= until) return null;
  const [asked] = await ctx.store.proposals.withKeys([nearMissKey(nearMiss)]);
  return asked?.state === "rejected" ? null : until;
}
