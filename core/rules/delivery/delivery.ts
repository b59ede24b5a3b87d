import { CrmError } from "#core/errors.ts";
import type { DeliveryRecord, DeliveryState, Refusal, SendResult } from "#core/model/delivery.ts";
import { minute } from "../time.ts";

/** `claimed` goes back to `queued` while nothing has been dispatched; a dispatched one only when the platform provably refused it. */
const next: Record<DeliveryState, readonly DeliveryState[]> = {
  queued: ["claimed", "skipped"],
  claimed: ["sending", "queued", "skipped", "failed"],
  sending: ["sent", "failed", "queued", "unknown"],
  sent: ["delivered", "read", "failed"],
  delivered: ["read"],
  read: [],
  skipped: [],
  failed: [],
  // By a late receipt or a decision of a person.
  unknown: ["sent", "delivered", "read", "failed", "queued"],
};

/**
 * Attempts that the platform provably refused for a temporary reason; a rate limit is not one. Each waits twice as long as
 * the one before, a quarter of an hour at most: together about a day, in which a platform comes back.
 */
const tries = 100;
const longestWaitMs = 15 * minute;

/** The one place a delivery changes state. Throws `conflict` for a step that does not exist. */
export function moveDelivery(delivery: DeliveryRecord, to: DeliveryState, change: Partial<DeliveryRecord>, now: number): DeliveryRecord {
  if (!next[delivery.state].includes(to)) {
    throw new CrmError("conflict", `a delivery that is ${delivery.state} cannot become ${to}`, { id: delivery.id });
  }
  return { ...delivery, ...change, state: to, owner: null, leaseUntil: null, updatedAt: now };
}

/** What a delivery is after its one attempt. */
export function afterAttempt(delivery: DeliveryRecord, result: SendResult, now: number): DeliveryRecord {
  switch (result.outcome) {
    case "accepted":
      return moveDelivery(delivery, "sent", { providerId: result.externalId, reason: null, notBefore: null, sentAt: result.at }, now);
    case "unknown":
      return moveDelivery(delivery, "unknown", { reason: result.reason }, now);
    case "refused": {
      const waits = result.retryAt !== null && (result.reason === "rate_limited" || delivery.attempts < tries);
      const put = {
        reason: result.reason,
        notBefore: waits && result.retryAt !== null ? retryTime(delivery, result.reason, result.retryAt, now) : null,
      };
      return moveDelivery(delivery, waits ? "queued" : "failed", put, now);
    }
  }
}

/** True for a reply that its author believes sent although it was not: the author is to be told, unless a person ended it. */
export function isLostReply({ purpose, author, state, reason }: Pick<DeliveryRecord, "purpose" | "author" | "state" | "reason">): boolean {
  const isResolved = reason?.startsWith("resolved by ") ?? false;
  return purpose === "reply" && author === "staff" && (state === "failed" || state === "skipped") && !isResolved;
}

/** When to try again, ms since 1970: what the platform asks for after a rate limit, else longer each time. */
function retryTime({ attempts }: DeliveryRecord, reason: Refusal, retryAt: number, now: number): number {
  const wait = retryAt - now;
  return reason === "rate_limited" ? retryAt : now + Math.max(wait, Math.min(longestWaitMs, wait * 2 ** Math.max(0, attempts - 1)));
}

/**
 * What becomes of a delivery whose process has died, once its lease has run out: what was not dispatched goes back to
 * the queue, what was is unknown. It is never a guess.
 */
export function afterLease(delivery: DeliveryRecord, now: number): DeliveryRecord {
  return delivery.state === "sending"
    ? moveDelivery(delivery, "unknown", { reason: "process_ended" }, now)
    : moveDelivery(delivery, "queued", { notBefore: null }, now);
}
