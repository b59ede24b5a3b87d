/** What the learned reader tells of a customer's message: each is there or not. */
export const customerLabels = [
  "buying_intent",
  "pricing_question",
  "comparison",
  "negotiation",
  "complaint",
  "cancellation",
  "human_request",
  "spam",
  "thanks",
  "question",
  "elsewhere",
] as const;

/** What the learned reader tells of a message of the business: each is there or not. */
export const businessLabels = ["promise", "asks", "cannot", "tentative"] as const;

/** Of several exactly one: what a message of the business does to a booking or sale, a customer's tone, and whether they opt out. */
export const conversionClasses = ["none", "confirmed", "cancelled", "refunded", "rescheduled"] as const;
export const toneClasses = ["very_negative", "negative", "neutral", "positive", "very_positive"] as const;
export const optOutClasses = ["no", "near", "yes"] as const;

export type CustomerLabel = (typeof customerLabels)[number];
export type BusinessLabel = (typeof businessLabels)[number];
export type ConversionClass = (typeof conversionClasses)[number];
export type ToneClass = (typeof toneClasses)[number];

/** Where each group of outputs begins, and how many there are. */
export const outputsOf = {
  inbound: { flags: customerLabels, groups: [toneClasses, optOutClasses] },
  outbound: { flags: businessLabels, groups: [conversionClasses] },
} as const;

/** How many numbers the reader gives for a message of this direction. */
export function outputCount(direction: "inbound" | "outbound"): number {
  const { flags, groups } = outputsOf[direction];
  return flags.length + groups.reduce((sum, classes) => sum + classes.length, 0);
}
