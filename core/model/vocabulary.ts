/** Every closed vocabulary of the product, one tuple each: rules, database checks and wire schemas all read these. */

export const channels = ["web", "facebook", "instagram", "whatsapp", "telegram", "email"] as const;
export type ChannelName = (typeof channels)[number];

/** Where a contact first came from. Not the channel they write on. */
export const sources = [
  "chat_widget",
  "lead_form",
  "facebook",
  "instagram",
  "whatsapp",
  "telegram",
  "web_visitor",
  "email",
  "manual",
  "import",
] as const;
export type Source = (typeof sources)[number];

export const statuses = ["new", "active", "qualified", "converted", "inactive", "churned"] as const;
export type Status = (typeof statuses)[number];

/** In the order of the journey: a stage's position is its progress. */
export const stages = ["inquiry", "comparing", "closing", "in_progress", "follow_up"] as const;
export type Stage = (typeof stages)[number];

/** From best to worst. */
export const grades = ["A", "B", "C", "D", "F"] as const;
export type Grade = (typeof grades)[number];

/** From most negative to most positive. */
export const sentimentLevels = ["very_negative", "negative", "neutral", "positive", "very_positive"] as const;
export type SentimentLevel = (typeof sentimentLevels)[number];

export const sentimentTrends = ["falling", "steady", "rising"] as const;
export type SentimentTrend = (typeof sentimentTrends)[number];

export const directions = ["inbound", "outbound"] as const;
export type Direction = (typeof directions)[number];

export const authors = ["customer", "bot", "staff", "system"] as const;
export type Author = (typeof authors)[number];

export const analysts = ["rules", "llm"] as const;
export type AnalystName = (typeof analysts)[number];

export const conversionKinds = ["booking", "purchase"] as const;
export type ConversionKind = (typeof conversionKinds)[number];

/** What the analysts can find in a customer's words; agents add their own names beside these. */
export const builtInIntents = [
  "greeting",
  "thanks",
  "goodbye",
  "information_request",
  "pricing_question",
  "comparison",
  "negotiation",
  "purchase_intent",
  "booking_request",
  "complaint",
  "cancellation",
  "refund_request",
  "not_interested",
  "opt_out",
  "opt_in",
  "human_request",
  "abuse",
  "wrong_number",
  "spam",
] as const;
export type BuiltInIntent = (typeof builtInIntents)[number];

/** The intents that mean somebody is about to buy (product.md §3, status rule 3). */
export const buyingIntents: readonly string[] = ["purchase_intent", "booking_request", "negotiation"] satisfies BuiltInIntent[];
/** The intents that end earlier buying intent. */
export const intentEnders: readonly string[] = ["not_interested", "cancellation"] satisfies BuiltInIntent[];

/** Contact fields that can be detected, declared or edited, each with provenance. */
export const detailFields = ["name", "email", "phone", "company"] as const;
export type DetailField = (typeof detailFields)[number];

/** Provenance of a detail, weakest first: a stronger source is never overwritten by a weaker one. */
export const provenances = ["detected", "integration", "verified", "human"] as const;
export type Provenance = (typeof provenances)[number];

/** Actions the rules know by name; any other name is accepted and can carry signals. */
export const conversionActions = { purchase_completed: "purchase", booking_confirmed: "booking" } as const satisfies Record<string, ConversionKind>;
export const revokingActions = { purchase_refunded: "purchase", booking_cancelled: "booking" } as const satisfies Record<string, ConversionKind>;

/**
 * What staff decide about a conversation: it is done, it is open after all, they take it over, or it is given back to the bot (also by
 * itself, after a silence).
 */
export const conversationDecisionKinds = ["done", "open", "taken_over", "released"] as const;
export type ConversationDecision = (typeof conversationDecisionKinds)[number];

/** Why a conversation waits for us: what the customer's unanswered words are. */
export const waitReasons = [
  "human_request",
  "complaint",
  "question",
  "request",
  "asked_again",
  "answer_to_our_question",
  "details",
  "picture",
  "voice_note",
  "file",
  "statement",
  "greeting",
] as const;
export type WaitReason = (typeof waitReasons)[number];

/** What the business's last answering words leave open: nothing more is due after the last two. */
export const ourStances = ["asked", "offered", "told", "confirmed", "closed"] as const;
export type OurStance = (typeof ourStances)[number];

/** Why a customer is frustrated (product.md §11). */
export const frustrationReasons = ["abuse", "complaint", "repeated_complaint", "very_negative", "negative_twice"] as const;
export type FrustrationReason = (typeof frustrationReasons)[number];

export const transitionKinds = ["status", "stage"] as const;
export type TransitionKind = (typeof transitionKinds)[number];

/** Kinds of business; each has a template of settings. */
export const businessTypes = ["appointments", "reservations", "products", "delivery", "services", "leads", "other"] as const;
export type BusinessType = (typeof businessTypes)[number];

/**
 * What a key may do: everything of its agent; reading; writing; connecting and disconnecting channel accounts; changing
 * settings and signals.
 */
export const scopes = ["admin", "read", "write", "channels", "settings"] as const;
export type Scope = (typeof scopes)[number];

/**
 * What may be found in one message without being sure of it, so that people are asked: the business confirms a booking or sale, cancels or
 * refunds it, promises to come back; the customer asks not to be written to.
 */
export const unsureFindings = ["confirmed", "revoked", "promise", "opt_out"] as const;
export type UnsureFinding = (typeof unsureFindings)[number];

/** Actions with a meaning of their own (contract.md); any other name may be sent, too. */
export const knownActions = [
  "booking_attempted",
  "form_submitted",
  "purchase_completed",
  "booking_confirmed",
  "booking_cancelled",
  "purchase_refunded",
  "order_fulfilled",
  "link_clicked",
  "promise_made",
] as const;

/** A count of nothing for each word of a closed list; none is left out. */
export function zeros<W extends string>(words: readonly W[]): Record<W, number> {
  // An entry for each word given.
  return Object.fromEntries(words.map((word) => [word, 0])) as Record<W, number>;
}
