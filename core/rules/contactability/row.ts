import type { ContactabilityRow, ContactPolicy } from "#core/model/contactability.ts";
import type { Purpose } from "#core/model/delivery.ts";
import type { ChannelName } from "#core/model/vocabulary.ts";
import { day, hour } from "#core/rules/time.ts";
import { localDay } from "./local-day.ts";
import { type ContactZones, nextAllowed } from "./quiet-hours.ts";

type ColumnOfContact =
  | "at"
  | "channel"
  | "purpose"
  | "author"
  | "optedOut"
  | "holdUntil"
  | "blockedAt"
  | "hasIdentity"
  | "lastInboundAt"
  | "takenOver";

/** What is known of one person; times in ms since 1970. */
export type ContactFacts = Pick<ContactabilityRow, ColumnOfContact> & {
  /** When the owner last answered on the business's own phone. */
  ownerAnsweredAt: number | null;
  /** How long the platform takes an answer after the customer's last message, in hours; null: for ever. */
  platformWindowHours: number | null;
  zones: ContactZones;
  /** When the person got messages of this purpose, at least those of the last eight days, in any order. */
  sentAt: readonly number[];
};

/**
 * How long after the customer's last message an answer is taken, in ms; null: for ever. The platform's rule, which settings may
 * shorten and not lengthen; where no account is connected, as on a channel that only the API writes to, settings say it alone.
 */
export function replyWindow(channel: ChannelName, policy: ContactPolicy, platformHours: number | null): number | null {
  const settingsHours = new Map<string, number | null>(Object.entries(policy.windows)).get(channel) ?? null;
  const shortest = Math.min(platformHours ?? Number.POSITIVE_INFINITY, settingsHours ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(shortest) ? shortest * hour : null;
}

/** The flat row that is decided on: local times and caps are resolved for the instant, so that the decision only compares values. */
export function contactabilityRow(
  { ownerAnsweredAt, platformWindowHours, zones, sentAt, ...known }: ContactFacts,
  policy: ContactPolicy,
): ContactabilityRow {
  const { at, channel, purpose } = known;
  const { perDay, perWeek } = capsOf(purpose, policy);
  const sent = sentAt.filter((each) => each <= at).sort((a, b) => b - a);
  const today = sent.filter((each) => dayEnd(each, zones) > at);
  const week = sent.filter((each) => each + 7 * day > at);
  const allowed = purpose === "reply" ? null : nextAllowed(at, zones, policy.quietHours);
  return {
    ...known,
    windowMs: replyWindow(channel, policy, platformWindowHours),
    ownerActiveUntil: ownerAnsweredAt === null ? null : ownerAnsweredAt + policy.ownerSilenceHours * hour,
    quietUntil: allowed?.reason ? allowed.at : null,
    zoneUncertain: allowed?.reason === "zone_uncertain",
    sentToday: today.length,
    perDay,
    dayFreeAt: freeAt(today, perDay, (each) => nextAllowed(dayEnd(each, zones), zones, policy.quietHours).at),
    sentInWeek: week.length,
    perWeek,
    weekFreeAt: freeAt(week, perWeek, (each) => nextAllowed(each + 7 * day, zones, policy.quietHours).at),
  };
}

function capsOf(purpose: Purpose, policy: ContactPolicy): { perDay: number | null; perWeek: number | null } {
  if (purpose === "reply") return { perDay: null, perWeek: null };
  return purpose === "marketing" ? policy.marketing : { perDay: policy.followUp.perDay, perWeek: null };
}

/** When the message's day is over in every zone where the person may be. */
function dayEnd(at: number, { zones }: ContactZones): number {
  return Math.max(...zones.map((zone) => localDay(at, zone).until));
}

/** When one more is possible: the newest messages fill the cap, and the oldest of these has to leave. `sent` newest first. */
function freeAt(sent: readonly number[], cap: number | null, leaves: (sentAt: number) => number): number | null {
  const oldest = cap === null ? undefined : sent[cap - 1];
  return oldest === undefined ? null : leaves(oldest);
}
