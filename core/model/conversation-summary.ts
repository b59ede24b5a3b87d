import type { WaitReason } from "./vocabulary.ts";

/** Words of a message, at most 200 characters; `at` is when they were said, in ms since 1970. */
export type Quote = { messageId: string; quote: string; at: number };

/** A conversation in short, each part with the words that show it. */
export type ConversationSummary = {
  /** What the customer has asked for, oldest first; `what` is an intent's name, or `question`. */
  wants: (Quote & { what: string })[];
  /** What our side has promised; `dueAt` in ms since 1970. */
  promised: (Quote & { dueAt: number })[];
  /** The mean tone of the customer's last messages, in [-1, 1], with the words that carry most of it; null: they carry none. */
  mood: { tone: number | null; quotes: (Quote & { tone: number })[] };
  /** What waits for our answer. */
  open: (Quote & { because: WaitReason })[];
};
