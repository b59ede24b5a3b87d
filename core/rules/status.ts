import type { ContactState } from "#core/model/contact-state.ts";
import { compareFacts } from "#core/model/fact.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Status } from "#core/model/vocabulary.ts";
import { day } from "./time.ts";

/** `since` is the evidence's time; `reviewAt` is when time alone would change the answer. Both in ms since 1970. */
export type StatusDecision = { status: Status; because: string; since: number; reviewAt: number | null };

/** The first rule that holds, in the order of product.md §3. Our own messages never break a silence. */
export function classifyStatus(state: ContactState, createdAt: number, policy: Settings["status"], now: number): StatusDecision {
  const quietSince = silenceStart(state, createdAt);
  const churnsAt = quietSince + policy.churnedAfterDays * day;
  const idlesAt = quietSince + policy.inactiveAfterDays * day;

  const conversion = state.conversions.last;
  if (conversion) {
    if (now < churnsAt) return { status: "converted", because: "a booking or purchase is confirmed", since: conversion.at, reviewAt: churnsAt };
    return { status: "churned", because: `converted, then silent for ${policy.churnedAfterDays} days`, since: churnsAt, reviewAt: null };
  }
  const intent = openIntent(state);
  if (intent && now < intent.at + policy.intentTtlDays * day) {
    return {
      status: "qualified",
      because: `${intent.intent}: “${intent.quote}”`,
      since: intent.at,
      reviewAt: intent.at + policy.intentTtlDays * day,
    };
  }
  if (now < idlesAt && state.inboundCount >= policy.activeMinMessages) {
    return {
      status: "active",
      because: `${state.inboundCount} messages, the last within ${policy.inactiveAfterDays} days`,
      since: quietSince,
      reviewAt: idlesAt,
    };
  }
  if (now >= idlesAt) return { status: "inactive", because: `silent for ${policy.inactiveAfterDays} days`, since: idlesAt, reviewAt: null };
  return { status: "new", because: "recently started interacting", since: quietSince, reviewAt: idlesAt };
}

/** The latest of last inbound message, last customer action and conversion; without any, the contact's creation. */
export function silenceStart(state: ContactState, createdAt: number): number {
  const latest = Math.max(state.lastInbound?.at ?? -Infinity, state.lastCustomerActionAt ?? -Infinity, state.conversions.last?.at ?? -Infinity);
  return latest === -Infinity ? createdAt : latest;
}

/** Buying intent that nothing later, nor anything in the same message, has ended. */
function openIntent(state: ContactState) {
  const { buying, buyingEnded } = state;
  return buying && (!buyingEnded || compareFacts(buyingEnded, buying) < 0) ? buying : null;
}
