import type { ContactState } from "#core/model/contact-state.ts";
import { compareFacts, type FactKey } from "#core/model/fact.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Status } from "#core/model/vocabulary.ts";
import type { ContactDecision } from "#core/rules/contact/decide.ts";
import { silenceStart } from "#core/rules/contact/status.ts";
import { bookingOf, endOf } from "#core/rules/fold/bookings.ts";
import { day } from "#core/rules/time.ts";
import type { Explained, Witnesses } from "./evidence.ts";

export type Silence = { days: number; brokenBy: FactKey | null };

/** Whole days of silence by `now`, and the fact that it began with; null: nothing has happened since the contact was made. */
export function silenceOf(state: ContactState, createdAt: number, witnesses: Witnesses, now: number): Silence {
  const since = silenceStart(state, createdAt);
  const action = witnesses.facts.find(({ type, at }) => type === "action" && at === state.lastCustomerActionAt) ?? null;
  const acted = [state.lastInbound, state.conversions.last, action].find((key) => key?.at === since) ?? null;
  const booking = bookingOf(state);
  const brokenBy = acted ?? (booking && endOf(booking) === since ? booking.by : null);
  return { days: Math.max(0, Math.floor((now - since) / day)), brokenBy };
}

export function explainStatus(
  state: ContactState,
  { status }: ContactDecision,
  settings: Settings,
  { days, brokenBy }: Silence,
  witnesses: Witnesses,
  now: number,
): Explained<Status> {
  const policy = settings.status;
  const { conversions, buying, buyingEnded } = state;
  const isOver = buying !== null && buyingEnded !== null && compareFacts(buyingEnded, buying) >= 0;
  const converted = [
    `${conversions.count} ${conversions.count === 1 ? "conversion" : "conversions"}`,
    `silent for ${days} days, churned from ${policy.churnedAfterDays} on (churnedAfterDays)`,
  ];
  const intended = buying ? [`${buying.intent} ${age(buying.at, now)} days ago, counts for ${policy.intentTtlDays} (intentTtlDays)`] : [];
  const ended = isOver && buyingEnded ? [`ended by ${buyingEnded.intent}`] : [];
  const talking = [
    `${state.inboundCount} inbound ${state.inboundCount === 1 ? "message" : "messages"}, active from ${policy.activeMinMessages} on (activeMinMessages)`,
    `silent for ${days} days, inactive from ${policy.inactiveAfterDays} on (inactiveAfterDays)`,
  ];
  const hasConverted = conversions.last !== null;
  const isQualified = status.status === "qualified";
  const booking = bookingOf(state);
  const shown = hasConverted
    ? [conversions.last, brokenBy, ...(brokenBy && booking?.by.id === brokenBy.id ? [booking.said] : [])]
    : isQualified
      ? [buying]
      : [brokenBy, ...(isOver ? [buyingEnded] : [])];
  return {
    value: status.status,
    rule: `status.${status.status}`,
    because: status.because,
    evidence: witnesses.of(...distinct(shown)),
    arithmetic: hasConverted ? converted : isQualified ? intended : [...intended, ...ended, ...talking],
    reviewAt: status.reviewAt,
  };
}

/** Whole days from then to now. */
export function age(at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / day));
}

function distinct<T extends FactKey | null>(keys: readonly T[]): T[] {
  return keys.filter((key, i) => keys.findIndex((other) => other?.id === key?.id) === i);
}
