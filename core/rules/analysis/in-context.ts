import type { Reading } from "#core/model/reading.ts";

/**
 * The intents of a customer's message, seen after what the business last said: a yes to an offer to book or to buy is a
 * request to do so, shown by the words of the offer.
 */
export function intentsInContext(reading: Reading, lastOutbound: Pick<Reading, "offer"> | null): Reading["intents"] {
  const offer = lastOutbound?.offer;
  if (reading.answer !== "yes" || !offer || offer.kind === "other") return reading.intents;
  const accepted = offer.kind === "booking" ? "booking_request" : "purchase_intent";
  if (reading.intents.some(({ intent }) => intent === accepted)) return reading.intents;
  return [...reading.intents, { intent: accepted, quote: offer.quote }];
}
