import { expect, it } from "vitest";
import { testApp } from "#tests/support/app.ts";

type Recorded = { action: { action: string }; warnings: { pointer: string; detail: string; suggestion: string }[] };

it.each([
  ["purchase_complete", "purchase_completed"],
  ["purchase_completedd", "purchase_completed"],
  ["purchaseCompleted", "purchase_completed"],
  ["Purchase Completed", "purchase_completed"],
  ["purchase-completed", "purchase_completed"],
  ["PURCHASE_COMPLETED", "purchase_completed"],
  ["booking_confirm", "booking_confirmed"],
  ["booking_confirmd", "booking_confirmed"],
  ["booking_canceled", "booking_cancelled"],
  ["bookingcancelled", "booking_cancelled"],
  ["purchase_refund", "purchase_refunded"],
  ["form_submited", "form_submitted"],
  ["order_fulfiled", "order_fulfilled"],
  ["link_click", "link_clicked"],
  ["booking_atempted", "booking_attempted"],
  ["purchase_completed", null],
  ["link_clicked", null],
  ["viewed_pricing", null],
  ["x", null],
  ["下单", null],
])("%s is kept as it is, and a near miss of a known name is said: %s", async (action, suggestion) => {
  const { post } = await testApp();

  const recorded = (await post("/v1/actions", { from: { channel: "web", externalId: "v1" }, action })).is<Recorded>(201);

  expect(recorded.action.action).toBe(action);
  expect(recorded.warnings).toEqual(
    suggestion === null ? [] : [{ pointer: "/action", suggestion, detail: expect.stringContaining(`did you mean ${suggestion}?`) }],
  );
});
