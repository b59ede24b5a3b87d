import { type CustomTrigger, customTriggerSchema } from "#core/model/followup.ts";

/** Triggers to begin with: taken into the settings as they are or changed first. They speak of the actions that contract.md names. */
export const presets: readonly CustomTrigger[] = [
  {
    id: "abandoned_booking",
    name: "Tried to book and did not finish",
    after: { what: "action", action: "booking_attempted" },
    delayHours: 3,
    unless: { converted: true, actions: ["booking_confirmed"] },
    text: "Hi {{first_name|there}}, your booking is not finished yet. Can I help you with it?",
  },
  {
    id: "quote_sent",
    name: "Got a quote and has not answered",
    after: { what: "action", action: "quote_sent" },
    delayHours: 48,
    unless: { converted: true },
    text: "Hi {{first_name|there}}, have you had time to look at the quote? I am glad to go through it with you.",
  },
  {
    id: "no_show",
    name: "Did not come to the appointment",
    after: { what: "action", action: "no_show" },
    delayHours: 2,
    text: "Hi {{first_name|there}}, we missed you today. Shall we find another time?",
  },
  {
    id: "post_purchase_check_in",
    name: "A week after the purchase",
    after: { what: "conversion" },
    delayHours: 168,
    unless: { replied: false, actions: ["purchase_refunded", "booking_cancelled"] },
    text: "Hi {{first_name|there}}, how is everything going? If anything is not right, tell me and I will see to it.",
  },
  {
    id: "win_back",
    name: "Was a customer and has been silent for long",
    after: { what: "status", status: "churned" },
    delayHours: 24,
    text: "Hi {{first_name|there}}, it has been a while. Is there anything we can do for you?",
  },
].map((preset) => customTriggerSchema.parse(preset));
