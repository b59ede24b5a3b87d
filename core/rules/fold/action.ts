import type { ContactState } from "#core/model/contact-state.ts";
import type { ActionFact } from "#core/model/fact.ts";
import type { ActionRecord } from "#core/model/records.ts";
import type { Settings } from "#core/model/settings.ts";
import { withDetailsOf } from "#core/rules/contact/details.ts";
import { reachBuying, reachStage } from "#core/rules/contact/stage.ts";
import { amountIn } from "./amount.ts";
import { bookedForIn } from "./bookings.ts";
import { addConversion, conversionIn, revocationIn } from "./conversions.ts";
import { afterAction } from "./engagement.ts";

/** Reports of other systems about the contact; everything else is something the customer did themselves. */
const reports: readonly string[] = ["order_fulfilled", "booking_confirmed", "booking_cancelled", "purchase_refunded", "promise_made"];

/** The fact that a stored action is. */
export function actionFact({ id, at, action, reference, properties, sender }: ActionRecord): ActionFact {
  const promise = action === "promise_made" ? promiseIn(properties) : null;
  const bookedFor = bookedForIn(properties);
  return {
    type: "action",
    id,
    at,
    action,
    reference,
    amount: amountIn(properties),
    sender,
    ...(bookedFor ? { bookedFor } : {}),
    ...(promise ? { promise } : {}),
  };
}

const longestQuote = 200;

/** The promise that the properties of `promise_made` name: `messageId`, `quote`, and `dueAt` in ISO 8601; null: one of them is missing. */
function promiseIn({ messageId, quote, dueAt }: Record<string, unknown>): ActionFact["promise"] | null {
  if (typeof messageId !== "string" || typeof quote !== "string" || typeof dueAt !== "string") return null;
  const due = Date.parse(dueAt);
  return Number.isNaN(due) ? null : { messageId, quote: quote.slice(0, longestQuote), dueAt: due };
}

/** The contact state after an action: details, last customer action, conversions and stage. */
export function foldAction(before: ContactState, fact: ActionFact, settings: Settings, isRevoked: boolean): ContactState {
  const state = { ...before, details: withDetailsOf(before.details, fact), engagement: afterAction(before.engagement, fact) };
  const isCustomers = !reports.includes(fact.action);
  const next = isCustomers ? { ...state, lastCustomerActionAt: Math.max(state.lastCustomerActionAt ?? fact.at, fact.at) } : state;

  const conversion = conversionIn(fact, settings.timeZone);
  if (conversion && !isRevoked) {
    return {
      ...next,
      conversions: addConversion(next.conversions, conversion),
      stage: reachBuying(next.stage, "in_progress", fact, `${fact.action} reported`, settings.stages),
    };
  }
  if (revocationIn(fact)) return next;
  if (fact.action === "booking_attempted") {
    return { ...next, stage: reachBuying(next.stage, "closing", fact, "tried to book", settings.stages) };
  }
  if (fact.action === "order_fulfilled") return { ...next, stage: reachStage(next.stage, "follow_up", fact, "order fulfilled") };
  return next;
}
