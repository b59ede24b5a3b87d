import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DeliveryReceipt, DeliveryRecord } from "#core/model/delivery.ts";
import { afterReceipt } from "#core/rules/delivery/receipt.ts";
import { delivery } from "#tests/support/records/delivery.ts";

const now = 2_000_000;
const sent = (given: Partial<DeliveryRecord> = {}) => delivery({ state: "sent", sentAt: 1_000, providerId: "77:1", ...given });
const receipt = (state: "delivered" | "read" | "failed", at = 2_000): DeliveryReceipt =>
  state === "failed" ? { state, at, price: null, reason: "blocked" } : { state, at, price: null };

const applied = (receipts: readonly DeliveryReceipt[]) => receipts.reduce((row, each) => afterReceipt(row, each, now) ?? row, sent());

describe("a receipt", () => {
  it.each<[DeliveryRecord["state"], DeliveryReceipt["state"], DeliveryRecord["state"]]>([
    ["sent", "delivered", "delivered"],
    ["sent", "read", "read"],
    ["sent", "failed", "failed"],
    ["delivered", "read", "read"],
    ["delivered", "failed", "delivered"],
    ["read", "delivered", "read"],
    ["read", "failed", "read"],
    ["failed", "delivered", "delivered"],
    ["failed", "read", "read"],
  ])("to a delivery that is %s and says %s leaves it %s", (before, state, after) => {
    const row = sent({ state: before });

    expect((afterReceipt(row, receipt(state), now) ?? row).state).toBe(after);
  });

  it.each(["queued", "claimed", "sending", "skipped", "unknown"] as const)("changes nothing of a delivery that is %s", (state) => {
    expect(afterReceipt(delivery({ state }), receipt("read"), now)).toBeNull();
  });

  it("changes nothing of one that the platform has never accepted", () => {
    expect(afterReceipt(delivery({ state: "failed", sentAt: null }), receipt("delivered"), now)).toBeNull();
  });

  it("is kept with the platform's time and price", () => {
    const price = { micros: 45_300, currency: "EUR" };

    expect(afterReceipt(sent(), { state: "delivered", at: 3_000, price }, now)).toEqual(
      sent({ state: "delivered", deliveredAt: 3_000, price, updatedAt: now }),
    );
  });

  it("that comes late adds its time to what is known already", () => {
    expect(applied([receipt("read", 5_000), receipt("delivered", 4_000)])).toMatchObject({ state: "read", readAt: 5_000, deliveredAt: 4_000 });
  });

  it("tells nothing the second time", () => {
    const once = applied([receipt("delivered")]);

    expect(afterReceipt(once, receipt("delivered"), now + 1)).toBeNull();
  });

  it("leads to the same end in any order and however often it comes", () => {
    const price = fc.option(fc.record({ micros: fc.integer({ min: 0, max: 3 }), currency: fc.constantFrom("EUR", "USD") }), { nil: null });
    const given = fc.record({ state: fc.constantFrom("delivered", "read"), at: fc.integer({ min: 1, max: 5 }), price });
    const failed = fc.record({ state: fc.constant("failed"), at: fc.integer({ min: 1, max: 5 }), price, reason: fc.constant("blocked") });
    const receipts = fc.array(fc.oneof(given, failed) as fc.Arbitrary<DeliveryReceipt>, { minLength: 1, maxLength: 6 });
    const shuffled = receipts.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })));

    fc.assert(fc.property(shuffled, ([list, repeated]) => void expect(applied(repeated)).toEqual(applied(list))));
  });
});
