import type { ConversationMemory, ConversationMessage, Wanted } from "#core/model/conversation.ts";
import type { WaitReason } from "#core/model/vocabulary.ts";
import { ownWords } from "#core/rules/analysis/own-words.ts";
import { mediaReason } from "./media.ts";
import { type ReadWords, readClosing } from "./words.ts";

/** What of a message tells whether it wants an answer. */
export type ReadMessage = Pick<ConversationMessage, "text" | "reading" | "direction" | "media" | "forwarded" | "placeholder">;
/** What was said before, as far as it changes what a message wants. */
export type Before = Pick<ConversationMemory, "ours" | "waiting" | "held">;

/** Intents that want nothing of us. */
export const wantNothing: readonly string[] = ["opt_out", "opt_in", "spam"];

/** Intents that want something, most urgent first. */
const wanting: readonly [WaitReason, readonly string[]][] = [
  ["human_request", ["human_request"]],
  ["complaint", ["complaint", "abuse"]],
  ["request", ["cancellation", "refund_request"]],
  ["question", ["pricing_question", "information_request"]],
  ["request", ["booking_request", "purchase_intent", "negotiation", "comparison"]],
];

/** Quotes are as long as those of a reading. */
const longestQuote = 200;

/**
 * What a customer's message wants of us, with the words that show it; null: nothing, as after "ok thanks", a goodbye or a sticker.
 * A plain yes waits only where we asked or offered; whatever is more than courtesies waits, since nobody is overheard.
 */
export function wantsAnswer(message: ReadMessage, before: Before): Wanted | null {
  const { text, reading, direction } = message;
  if (direction !== "inbound" || reading.intents.some(({ intent }) => wantNothing.includes(intent))) return null;
  const words = readClosing(ownWords(message));
  const urgent = byIntent(message, ["human_request", "complaint"]);
  if (urgent) return urgent;
  const file = mediaReason(message);
  const asked = questionIn(message, words) ?? (declines(words) ? null : byIntent(message, ["request", "question"]));
  if (asked && !(isPutOff(words, before) && reading.question === null)) return asked;
  if (file) return { quote: text.slice(0, longestQuote), because: file };
  if (message.placeholder || message.forwarded) return message.forwarded ? { quote: text.slice(0, longestQuote), because: "file" } : null;
  const because = byWords(message, words, before);
  return because && { quote: text.trim().slice(0, longestQuote), because };
}

/**
 * True when a customer's message leaves nothing open between the two: closing words after our answer, words that take back what
 * they asked, or a "take your time" after a promise of ours, which is then what is awaited.
 */
export function closesMatter(message: ReadMessage, before: Before): boolean {
  return message.direction === "inbound" && wantsAnswer(message, before) === null && leavesNothingOpen(message, before);
}

/** The same of a customer's message that is known to want no answer. */
export function leavesNothingOpen(message: ReadMessage, before: Before): boolean {
  if (message.media.length > 0 || message.placeholder || message.forwarded) return false;
  if (before.waiting === null) return before.ours !== null;
  const { labels } = readClosing(ownWords(message));
  return labels.has("decline") || message.reading.intents.some(({ intent }) => intent === "not_interested") || before.held?.promised === true;
}

function byIntent({ reading }: ReadMessage, reasons: readonly WaitReason[]): Wanted | null {
  for (const [because, intents] of wanting) {
    if (!reasons.includes(because)) continue;
    const found = reading.intents.find(({ intent }) => intents.includes(intent));
    if (found) return { quote: found.quote, because };
  }
  return null;
}

/** A question that is more than a greeting ("how are you?"), or more than marks ("ok??"). */
function questionIn({ reading }: ReadMessage, { rest, labels }: ReadWords): Wanted | null {
  if (reading.question === null || (rest.length === 0 && (labels.has("greeting") || labels.has("calls")))) return null;
  return { quote: reading.question.quote, because: "question" };
}

function declines({ labels, rest }: ReadWords): boolean {
  return labels.has("decline") && rest.length <= mostNames;
}

/** Only after thanks or a goodbye may an unknown word be a name, and only one. */
const mostNames = 1;

function isPutOff({ labels }: ReadWords, { ours }: Before): boolean {
  return labels.has("theirs") && ours !== null;
}

function byWords(message: ReadMessage, words: ReadWords, { ours, waiting }: Before): WaitReason | null {
  const { reading } = message;
  const { labels, rest, count } = words;
  const asksUs = ours !== null && (ours.stance === "asked" || ours.stance === "offered");
  if (count === 0) return withoutWords(message, asksUs, waiting !== null || ours === null);
  const more = rest.length > (labels.has("thanks") || labels.has("farewell") ? mostNames : 0);
  if (reading.details.length > 0 && more) return "details";
  if (!more) return bareWords(words, reading.answer, asksUs, waiting !== null);
  if (labels.has("theirs") && ours !== null) return null;
  if (reading.intents.some(({ intent }) => intent === "wrong_number" || intent === "not_interested")) return null;
  if (!asksUs && (reading.sentiment ?? 0) > 0.3 && ours !== null) return null;
  return asksUs ? "answer_to_our_question" : "statement";
}

/** Of marks, emoji and numbers alone. `isOpen`: something of the customer's waits, or we have never answered. */
function withoutWords({ text, reading }: ReadMessage, asksUs: boolean, isOpen: boolean): WaitReason | null {
  if (isOnlyMarks(text)) return isOpen ? "asked_again" : "question";
  return asksUs && reading.answer ? "answer_to_our_question" : null;
}

function bareWords({ labels }: ReadWords, answer: "yes" | "no" | null, asksUs: boolean, isWaiting: boolean): WaitReason | null {
  if (labels.has("thanks") || labels.has("farewell") || labels.has("decline") || labels.has("theirs")) return null;
  if (asksUs && answer !== null) return "answer_to_our_question";
  if (labels.has("ack")) return null;
  if (labels.has("calls") && !labels.has("greeting")) return "asked_again";
  if (labels.has("greeting") || labels.has("calls")) return isWaiting ? "asked_again" : "greeting";
  return asksUs ? "answer_to_our_question" : null;
}

/** "??" asks for what was asked before. */
function isOnlyMarks(text: string): boolean {
  return /[?？؟]/u.test(text) && !/[\p{L}\p{N}]/u.test(text);
}
