import type { ConversationMessage, Frustration, Mood } from "#core/model/conversation.ts";
import type { FrustrationReason } from "#core/model/vocabulary.ts";
import { readClosing } from "./words.ts";

/** How many messages of the customer are remembered for their mood. */
export const mostMoods = 5;

/** The upper ends of the bands very_negative and negative (product.md §4). */
const veryNegative = -0.6;
const negative = -0.2;

/** How many words may stand beside a consent: "ugh, early, but ok". */
const mostBesideConsent = 2;

/** What is remembered of a customer's message for their mood. Consent, a refusal and an apology of theirs carry no tone against us. */
export function moodOf({ at, id, text, reading }: Pick<ConversationMessage, "at" | "id" | "text" | "reading">): Mood {
  const quoteOf = (intent: string) => reading.intents.find((found) => found.intent === intent)?.quote;
  const [complaint, abuse] = [quoteOf("complaint"), quoteOf("abuse")];
  const quote = abuse ?? complaint ?? text.slice(0, 200);
  const sentiment = complaint === undefined && abuse === undefined && consents(text) ? null : reading.sentiment;
  // Minus zero is stored as zero.
  return { at, id, sentiment: sentiment === 0 ? 0 : sentiment, complaint: complaint !== undefined, abuse: abuse !== undefined, quote };
}

/**
 * Whether the newest of a customer's messages (oldest first) shows that they are frustrated (product.md §11); null: it does not. A
 * message without tone ("ok", a number) leaves two negative ones running.
 */
export function frustrationOf(recent: readonly Mood[]): Frustration | null {
  const newest = recent.at(-1);
  if (!newest) return null;
  const earlier = recent.slice(0, -1);
  const show = (because: FrustrationReason, ...moods: Mood[]): Frustration => ({
    because,
    quotes: moods.map(({ at, id, quote }) => ({ at, id, quote })),
  });
  if (newest.abuse) return show("abuse", newest);
  const complained = earlier.findLast(({ complaint }) => complaint);
  if (newest.complaint) return complained ? show("repeated_complaint", complained, newest) : show("complaint", newest);
  if (newest.sentiment === null) return null;
  if (newest.sentiment <= veryNegative) return show("very_negative", newest);
  const toned = earlier.findLast(({ sentiment }) => sentiment !== null);
  const isNegative = ({ sentiment }: Mood) => (sentiment ?? 0) < negative;
  return isNegative(newest) && toned && isNegative(toned) ? show("negative_twice", toned, newest) : null;
}

function consents(text: string): boolean {
  const { labels, rest } = readClosing(text);
  return labels.has("decline") || (labels.has("ack") && rest.length <= mostBesideConsent);
}
