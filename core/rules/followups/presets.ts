import { type CustomTrigger, customTriggerSchema } from "#core/model/followup.ts";

/** Ready-made triggers, which an agent may copy into the settings as they are or changed. They use the actions that contract.md names. */
export const presets: readonly CustomTrigger[] = [
  {
    id: "abandoned_booking",
    name: "Tried to book and did not finish",
    after: { what: "action", action: "booking_attempted" },
    delayHours: 3,
    unless: { converted: true, actions: ["booking_confirmed"] },
  },
  {
    id: "quote_sent",
    name: "Got a quote and has not answered",
    after: { what: "action", action: "quote_sent" },
    delayHours: 48,
    unless: { converted: true },
  },
  {
    id: "no_show",
    name: "Did not come to the appointment",
    after: { what: "action", action: "no_show" },
    delayHours: 2,
  },
  {
    id: "post_purchase_check_in",
    name: "A week after the purchase",
    after: { what: "conversion" },
    delayHours: 168,
    unless: { replied: false, actions: ["purchase_refunded", "booking_cancelled"] },
  },
  {
    id: "win_back",
    name: "Was a customer and has been silent for long",
    after: { what: "status", status: "churned" },
    delayHours: 24,
  },
].map((preset) => customTriggerSchema.parse(preset));
