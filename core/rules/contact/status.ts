import type { ContactState } from "#core/model/contact-state.ts";
import { compareFacts } from "#core/model/fact.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Status } from "#core/model/vocabulary.ts";
import { bookingOf, endOf } from "../fold/bookings.ts";
import { day } from "../time.ts";

/** `since` is the evidence's time; `reviewAt` is when time alone would change the answer. Both in ms since 1970. */
export type StatusDecision = { status: Status; because: string; since: number; reviewAt: number | null };

/** The first rule that holds, in the order of product.md §3. Our own messages never break a silence. */
export function classifyStatus(state: ContactState, createdAt: number, policy: Settings["status"], now: number): StatusDecision {
  const quietSince = silenceStart(state, createdAt);
  const churnsAt = quietSince + policy.churnedAfterDays * day;
  const idlesAt = quietSince + policy.inactiveAfterDays * day;

  const conversion = state.conversions.last;
  if (conversion) {
    if (now >= churnsAt) {
      return { status: "churned", because: `converted, then silent for ${policy.churnedAfterDays} days`, since: churnsAt, reviewAt: null };
    }
    // After a silence that long the contact had churned; the message that ended the silence is the evidence.
    const hadChurned = quietSince >= Math.max(conversion.at, bookedUntil(state)) + policy.churnedAfterDays * day;
    return {
      status: "converted",
      because: "a booking or purchase is confirmed",
      since: hadChurned ? quietSince : conversion.at,
      reviewAt: churnsAt,
    };
  }
  const intent = latestIntent(state, policy);
  if (intent?.isOpen && now < intent.endsAt) {
    return { status: "qualified", because: `${intent.intent}: “${intent.quote}”`, since: intent.at, reviewAt: intent.endsAt };
  }
  const qualifiedUntil = intent?.endsAt ?? -Infinity;
  if (now < idlesAt && state.inboundCount >= policy.activeMinMessages) {
    return {
      status: "active",
      because: `${state.inboundCount} ${state.inboundCount === 1 ? "message" : "messages"}, the last within ${policy.inactiveAfterDays} days`,
      since: Math.max(quietSince, qualifiedUntil),
      reviewAt: idlesAt,
    };
  }
  if (now >= idlesAt) {
    return {
      status: "inactive",
      because: `silent for ${policy.inactiveAfterDays} days`,
      since: Math.max(idlesAt, qualifiedUntil),
      reviewAt: null,
    };
  }
  return { status: "new", because: "recently started interacting", since: Math.max(quietSince, qualifiedUntil), reviewAt: idlesAt };
}

/** The latest of last inbound message, last customer action, conversion and the end of what is booked; without any, the contact's creation. */
export function silenceStart(state: ContactState, createdAt: number): number {
  const acted = Math.max(state.lastInbound?.at ?? -Infinity, state.lastCustomerActionAt ?? -Infinity, state.conversions.last?.at ?? -Infinity);
  const latest = Math.max(acted, bookedUntil(state));
  return latest === -Infinity ? createdAt : latest;
}

function bookedUntil(state: ContactState): number {
  const booking = bookingOf(state);
  return booking ? endOf(booking) : -Infinity;
}

/** The last buying intent. It ends with words in the same message or later that say so, else with time. */
function latestIntent({ buying, buyingEnded }: ContactState, { intentTtlDays }: Settings["status"]) {
  if (!buying) return null;
  const fadesAt = buying.at + intentTtlDays * day;
  if (!buyingEnded || compareFacts(buyingEnded, buying) < 0) return { ...buying, isOpen: true, endsAt: fadesAt };
  return { ...buying, isOpen: false, endsAt: Math.min(fadesAt, buyingEnded.at) };
}
