import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DeliveryRecord, type DeliveryState, deliveryStates, type SendResult } from "#core/model/delivery.ts";
import { afterAttempt, afterLease, moveDelivery } from "#core/rules/delivery/delivery.ts";
import { delivery } from "#tests/support/records/delivery.ts";

const now = 2_000_000;

/** Where each state may go to. */
const steps: Record<DeliveryState, DeliveryState[]> = {
  queued: ["claimed", "skipped"],
  claimed: ["queued", "sending", "skipped", "failed"],
  sending: ["queued", "sent", "failed", "unknown"],
  sent: ["delivered", "read", "failed"],
  delivered: ["read"],
  read: [],
  skipped: [],
  failed: [],
  unknown: ["queued", "sent", "delivered", "read", "failed"],
};

describe("a step of a delivery", () => {
  it.each(deliveryStates)("from %s goes only where it may", (state) => {
    const possible = deliveryStates.filter((to) => {
      try {
        return moveDelivery(delivery({ state }), to, {}, now).state === to;
      } catch {
        return false;
      }
    });

    expect(possible.toSorted()).toEqual(steps[state].toSorted());
  });

  it("ends the claim", () => {
    const moved = moveDelivery(delivery({ state: "claimed", owner: "p1", leaseUntil: now + 1 }), "sending", {}, now);

    expect(moved).toMatchObject({ owner: null, leaseUntil: null, updatedAt: now });
  });
});

describe("after the one attempt", () => {
  const accepted: SendResult = { outcome: "accepted", externalId: "77:1", at: now };
  const refused = (reason: "rate_limited" | "unreachable" | "blocked", retryAt: number | null): SendResult => ({
    outcome: "refused",
    reason,
    retryAt,
  });

  it.each<[string, SendResult, number, Partial<DeliveryRecord>]>([
    ["accepted", accepted, 1, { state: "sent", providerId: "77:1", reason: null, notBefore: null }],
    ["no answer", { outcome: "unknown", reason: "timeout" }, 1, { state: "unknown", reason: "timeout" }],
    ["refused for good", refused("blocked", null), 1, { state: "failed", reason: "blocked", notBefore: null }],
    ["refused for now", refused("unreachable", now + 10), 1, { state: "queued", reason: "unreachable", notBefore: now + 10 }],
    ["refused for now, the fourth time", refused("unreachable", now + 10), 4, { state: "queued", notBefore: now + 80 }],
    ["refused for now, for hours", refused("unreachable", now + 10_000), 50, { state: "queued", notBefore: now + 900_000 }],
    ["refused for now, the last time", refused("unreachable", now + 10), 100, { state: "failed", reason: "unreachable", notBefore: null }],
    ["told to wait, however often", refused("rate_limited", now + 10), 99, { state: "queued", reason: "rate_limited", notBefore: now + 10 }],
  ])("%s", (_, result, attempts, expected) => {
    expect(afterAttempt(delivery({ state: "sending", attempts }), result, now)).toMatchObject(expected);
  });

  it("only what the platform provably has not taken is sent again", () => {
    const results = fc.oneof(
      fc.record({ outcome: fc.constant("accepted" as const), externalId: fc.string(), at: fc.nat() }),
      fc.record({
        outcome: fc.constant("unknown" as const),
        reason: fc.constantFrom("timeout" as const, "connection_lost" as const, "server_error" as const, "unreadable_answer" as const),
      }),
      fc.record({
        outcome: fc.constant("refused" as const),
        reason: fc.constantFrom("rate_limited" as const, "blocked" as const, "unreachable" as const),
        retryAt: fc.option(fc.nat()),
      }),
    );

    fc.assert(
      fc.property(results, fc.nat(20), (result, attempts) => {
        const { state } = afterAttempt(delivery({ state: "sending", attempts }), result, now);

        if (state === "queued" || state === "failed") expect(result.outcome).toBe("refused");
        if (result.outcome === "unknown") expect(state).toBe("unknown");
      }),
    );
  });
});

describe("when the process has died", () => {
  it.each<[DeliveryState, Partial<DeliveryRecord>]>([
    ["claimed", { state: "queued", notBefore: null }],
    ["sending", { state: "unknown", reason: "process_ended" }],
  ])("%s", (state, expected) => {
    expect(afterLease(delivery({ state }), now)).toMatchObject(expected);
  });
});
