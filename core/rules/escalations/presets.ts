import { type EscalationRule, escalationRuleSchema } from "#core/model/escalation.ts";

/** Ready-made rules, which an agent may copy into the settings as they are or changed. */
export const escalationPresets: readonly EscalationRule[] = [
  { id: "angry_customer", name: "Angry customer", kind: "frustration", severity: "urgent", signs: ["abuse", "repeated_complaint", "very_negative"] },
  { id: "wants_a_person", name: "Asks for a person", kind: "cannot_resolve", severity: "urgent", asksTwice: false, weCannot: false },
  { id: "asked_twice", name: "Asks the same twice", kind: "cannot_resolve", severity: "normal", asksForPerson: false, weCannot: false },
  { id: "unanswered_15", name: "Nobody has answered for 15 minutes", kind: "unanswered", severity: "normal", minutes: 15 },
  { id: "unanswered_60", name: "Nobody has answered for an hour", kind: "unanswered", severity: "high", minutes: 60 },
  { id: "vip_writes", name: "A VIP writes", kind: "high_value", severity: "high", gradeReached: null, muteMinutes: 240 },
  { id: "hot_lead", name: "Grade A is reached", kind: "high_value", severity: "normal", vipWrites: false, muteMinutes: 1440 },
  {
    ...{ id: "wants_to_buy", name: "Wants to buy or book now", kind: "custom", severity: "high" },
    intents: ["purchase_intent", "booking_request"],
    muteMinutes: 240,
  },
  { id: "wants_refund", name: "Wants their money back", kind: "custom", severity: "high", intents: ["refund_request"] },
  { id: "wants_to_cancel", name: "Wants to cancel", kind: "custom", severity: "high", intents: ["cancellation"] },
  {
    ...{ id: "threatens", name: "Threatens with a review or a lawyer", kind: "custom", severity: "urgent" },
    keywords: [
      ...["bad review", "one star", "1 star", "my lawyer", "a lawyer", "legal action", "small claims", "sue you", "chargeback"],
      ...["mala reseña", "una estrella", "mi abogado", "acciones legales", "voy a denunciar", "abogado ko", "idedemanda"],
    ],
  },
].map((preset) => escalationRuleSchema.parse(preset));
