import type { Contactability, ContactabilityRow, ContactPolicy } from "#core/model/contactability.ts";
import type { Purpose } from "#core/model/delivery.ts";
import type { ContactRecord, ConversationRecord } from "#core/model/records.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import type { ChannelName } from "#core/model/vocabulary.ts";
import type { Context } from "#core/ports/context.ts";
import { countryOfPhone } from "#core/rules/contactability/country-zones.ts";
import { decideContactability } from "#core/rules/contactability/decide.ts";
import { localDay } from "#core/rules/contactability/local-day.ts";
import { contactZones, nextAllowed } from "#core/rules/contactability/quiet-hours.ts";
import { day, hour } from "#core/rules/time.ts";

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

const week = 7 * day;

/** May this message go to this person then? The one decision, for previews, approvals and the moment of sending (product.md §9). */
export async function contactabilityFor(ctx: Context, question: Question): Promise<Contactability> {
  return decideContactability(await rowFor(ctx, question));
}

async function rowFor(ctx: Context, { contact, conversation, channel, purpose, author, at, settings }: Question): Promise<ContactabilityRow> {
  const { contact: policy, timeZone: agentZone } = settings.document;
  const on = conversation?.channel ?? channel ?? "web";
  const identity = conversation ? await ctx.store.connections.identity(conversation.identityId) : null;
  const country = contact.phone === null ? null : countryOfPhone(contact.phone);
  const quiet = nextAllowed(at, contactZones({ timeZone: contact.timeZone, country }, agentZone), policy.quietHours);
  const windowMs = windowOf(policy, on);
  const spokeAt = conversation?.ownerSpokeAt ?? null;
  return {
    at,
    channel: on,
    purpose,
    author,
    optedOut: contact.optedOut,
    holdUntil: holdUntil(contact, policy),
    blockedAt: identity?.blockedAt ?? null,
    hasIdentity: identity !== null,
    lastInboundAt:
      conversation && windowMs !== null ? await ctx.store.conversations.lastInboundAt(conversation) : (contact.state.lastInbound?.at ?? null),
    windowMs,
    takenOver: conversation?.takenOverAt != null,
    ownerActiveUntil: spokeAt === null ? null : spokeAt + policy.ownerSilenceHours * hour,
    quietUntil: quiet.reason === null ? null : quiet.at,
    zoneUncertain: quiet.reason === "zone_uncertain",
    ...(await frequency(ctx, contact, purpose, at, policy, quiet.zone)),
  };
}

function windowOf({ windows }: ContactPolicy, channel: ChannelName): number | null {
  const hours = channel === "whatsapp" || channel === "facebook" || channel === "instagram" ? windows[channel] : null;
  return hours === null ? null : hours * hour;
}

/** Since they seemed to ask not to be written to, unless somebody has settled what they meant. */
function holdUntil({ state }: ContactRecord, { holdHours }: ContactPolicy): number | null {
  const { nearMiss } = state.engagement;
  if (!nearMiss || Object.values(state.consents).some(({ at }) => at >= nearMiss.at)) return null;
  return nearMiss.at + holdHours * hour;
}

type Frequency = Pick<ContactabilityRow, "sentToday" | "perDay" | "dayFreeAt" | "sentInWeek" | "perWeek" | "weekFreeAt">;

async function frequency(
  ctx: Context,
  contact: ContactRecord,
  purpose: Purpose,
  at: number,
  policy: ContactPolicy,
  zone: string,
): Promise<Frequency> {
  const perDay = purpose === "marketing" ? policy.marketing.perDay : purpose === "follow_up" ? policy.followUp.perDay : null;
  const perWeek = purpose === "marketing" ? policy.marketing.perWeek : null;
  if (perDay === null && perWeek === null) return { sentToday: 0, perDay, dayFreeAt: null, sentInWeek: 0, perWeek, weekFreeAt: null };
  const { from, until } = localDay(at, zone);
  const sent = (await ctx.store.deliveries.sentUnasked(contact.id, purpose, Math.min(from, at - week))).filter((sentAt) => sentAt <= at);
  const inWeek = sent.filter((sentAt) => sentAt > at - week);
  const oldestCounted = perWeek === null ? undefined : inWeek.at(-perWeek);
  return {
    sentToday: sent.filter((sentAt) => sentAt >= from).length,
    perDay,
    dayFreeAt: until,
    sentInWeek: inWeek.length,
    perWeek,
    weekFreeAt: oldestCounted === undefined ? null : oldestCounted + week,
  };
}
