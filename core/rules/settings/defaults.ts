import { type Settings, settingsSchema } from "#core/model/settings.ts";
import type { Signal } from "#core/rules/signals/registry.ts";

const forSixtyDays = { expiresAfterDays: 60 };

/** An intent counts once at a time, however often it is repeated, and is refreshed by each repetition. */
function intent(id: string, name: string, points: number, category = "intent") {
  return { id, name, type: "ai" as const, intent: id, points, category, decay: forSixtyDays, cap: Math.abs(points) };
}

/**
 * Chosen so that each step of the journey earns its grade alone and after the steps before it: a greeting is F, a price
 * question D, comparing C, asking to book B, a confirmed booking A (product.md §5).
 */
const signals: (Partial<Signal> & Pick<Signal, "id" | "type">)[] = [
  { id: "wrote_to_us", name: "Wrote to us", type: "action", action: "message_received", points: 1, category: "engagement", repeat: "once" },
  intent("pricing_question", "Asks for a price", 19),
  intent("comparison", "Compares options", 39),
  intent("negotiation", "Negotiates", 60),
  intent("purchase_intent", "Wants to buy", 60),
  intent("booking_request", "Asks to book", 60),
  intent("complaint", "Complains", -10, "engagement"),
  intent("abuse", "Is abusive", -20, "engagement"),
  intent("cancellation", "Cancels", -20),
  intent("not_interested", "Is not interested", -40),
  { id: "conversion", name: "Booking or purchase confirmed", type: "ai", intent: "conversion", points: 80, category: "conversion" },
  { id: "purchase_completed", name: "Purchase completed", type: "action", action: "purchase_completed", points: 80, category: "conversion" },
  { id: "booking_confirmed", name: "Booking confirmed", type: "action", action: "booking_confirmed", points: 80, category: "conversion" },
  {
    id: "booking_attempted",
    name: "Tried to book",
    type: "action",
    action: "booking_attempted",
    points: 60,
    category: "intent",
    decay: forSixtyDays,
    cap: 60,
  },
  { id: "form_submitted", name: "Submitted a form", type: "action", action: "form_submitted", points: 10, category: "engagement", cap: 10 },
  {
    id: "link_clicked",
    name: "Clicked a link",
    type: "action",
    action: "link_clicked",
    points: 2,
    category: "engagement",
    repeat: { atMost: 3, perDays: 7 },
    decay: { halfLifeDays: 14 },
    cap: 6,
  },
  {
    id: "large_order",
    name: "Orders for a group or a company",
    type: "keyword",
    phrases: [
      "wholesale",
      "bulk order",
      "for our company",
      "for my company",
      "corporate event",
      "al por mayor",
      "para nuestra empresa",
      "pang office",
      "maramihan",
    ],
    points: 5,
    category: "fit",
    cap: 5,
  },
  { id: "manual", name: "Given by staff", type: "manual", points: 0, category: "manual" },
];

/** The settings an agent starts with. */
export function defaultSettings(): Settings {
  return settingsSchema.parse({
    scoring: {
      signals,
      categories: { intent: { cap: 75 }, engagement: { cap: 20 }, fit: { cap: 20 }, conversion: { cap: 80 }, manual: {} },
    },
  });
}
