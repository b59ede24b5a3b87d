import type { FactKey, MessageFact } from "./fact.ts";
import type { FrustrationReason, OurStance, WaitReason } from "./vocabulary.ts";

/** A message as far as it tells whose turn it is; `media` by media type, like audio/ogg. */
export type ConversationMessage = Pick<MessageFact, "at" | "id" | "text" | "reading" | "direction" | "author" | "purpose"> & {
  media: readonly { type: string }[];
  forwarded: boolean;
  placeholder: boolean;
};

/** The customer's words that want an answer, at most 200 characters, and what they are. */
export type Wanted = { quote: string; because: WaitReason };

/** A message of the customer as far as it tells their mood. */
export type Mood = FactKey & { sentiment: number | null; complaint: boolean; abuse: boolean; quote: string };

/** Why a customer is frustrated, with the messages that show it, newest last. */
export type Frustration = { because: FrustrationReason; quotes: (FactKey & { quote: string })[] };

/**
 * What is remembered of one conversation to tell whose turn it is: JSON, bounded, a function of its messages in order. Times are
 * ms since 1970.
 */
export type ConversationMemory = {
  /** The first words that wait for us; null: none do. `id` and `at` are theirs. */
  waiting: (FactKey & Wanted) | null;
  /** Our last words that answered. */
  ours: (FactKey & { stance: OurStance }) | null;
  /** Our last words that put the customer off ("one moment") since the wait began; `promised`: a promise of ours covers it. */
  held: (FactKey & { promised: boolean }) | null;
  /** The customer's words that closed the matter; null while something is open. */
  closed: (FactKey & { quote: string }) | null;
  /** What the customer asked last, oldest first, at most three. */
  asked: (FactKey & { quote: string })[];
  /** The customer's last messages, oldest first, at most five. */
  moods: Mood[];
};

export const noConversationMemory: ConversationMemory = { waiting: null, ours: null, held: null, closed: null, asked: [], moods: [] };
