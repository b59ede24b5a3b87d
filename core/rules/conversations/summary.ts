import type { ConversationState } from "#core/model/conversation.ts";
import type { ConversationSummary, Quote } from "#core/model/conversation-summary.ts";
import type { Reading } from "#core/model/reading.ts";
import type { MessageRecord } from "#core/model/records.ts";
import { type BuiltInIntent, builtInIntents } from "#core/model/vocabulary.ts";

/** A message as far as a summary needs it. */
export type SummarizedMessage = Pick<MessageRecord, "id" | "sentAt" | "direction" | "text" | "forwarded"> & { reading: Reading };

/** The most that each part of a summary names. */
const most = { wants: 4, promised: 3, moods: 2 };
const mostQuote = 200;
/** What is said along the way: nobody wants anything by it. */
const courtesies: readonly string[] = ["greeting", "thanks", "goodbye", "opt_out", "opt_in", "abuse", "wrong_number"] satisfies BuiltInIntent[];

/**
 * What a conversation is about, without a model: what the customer wants, what was promised, their mood and what is open.
 * `messages` in any order; those that are not given are not in it. `state`: what the fold remembers of the conversation.
 */
export function summaryOf(messages: readonly SummarizedMessage[], state: ConversationState | undefined): ConversationSummary {
  const said = messages.filter(({ forwarded }) => !forwarded).sort((a, b) => a.sentAt - b.sentAt || (a.id < b.id ? -1 : 1));
  const waiting = state?.waiting ?? null;
  return {
    wants: newestOfEach(said.filter(({ direction }) => direction === "inbound").flatMap(wantsIn)).slice(-most.wants),
    promised: said.flatMap(promisesIn).slice(-most.promised),
    mood: moodOf(state),
    open: waiting === null ? [] : [{ messageId: waiting.quotedFrom.id, quote: waiting.quote, at: waiting.quotedFrom.at, because: waiting.because }],
  };
}

type Want = ConversationSummary["wants"][number];

function wantsIn(message: SummarizedMessage): Want[] {
  const { intents, question } = message.reading;
  const asked = intents
    .filter(({ intent }) => !courtesies.includes(intent))
    .map(({ intent, quote }) => ({ ...quoteOf(message, quote), what: intent }));
  const isNamed = intents.some(({ intent, quote }) => isQuestion(intent) || (question?.quote.includes(quote) ?? false));
  return question !== null && !isNamed ? [...asked, { ...quoteOf(message, question.quote), what: "question" }] : asked;
}

/** Whether the intent says what a question is about: one that has no such intent, and is not in the words of another, is named by itself. */
function isQuestion(intent: string): boolean {
  return intent === "information_request" || intent.endsWith("_question") || !builtInIntents.some((known) => known === intent);
}

/** Of what was asked several times the last, where it stands. Open questions are each their own. */
function newestOfEach(wants: readonly Want[]): Want[] {
  return wants.filter(
    ({ what, quote }, at) => !wants.slice(at + 1).some((later) => later.what === what && (what !== "question" || later.quote === quote)),
  );
}

function promisesIn(message: SummarizedMessage): ConversationSummary["promised"] {
  if (message.direction !== "outbound") return [];
  return message.reading.promises.map(({ quote, dueAt }) => ({ ...quoteOf(message, quote), dueAt }));
}

function moodOf(state: ConversationState | undefined): ConversationSummary["mood"] {
  const toned = (state?.moods ?? []).flatMap(({ sentiment, id, at, quote }) =>
    sentiment === null ? [] : [{ messageId: id, at, quote, tone: sentiment }],
  );
  if (toned.length === 0) return { tone: null, quotes: [] };
  const tone = toned.reduce((sum, one) => sum + one.tone, 0) / toned.length;
  const strongest = [...toned].sort((a, b) => Math.abs(b.tone) - Math.abs(a.tone) || b.at - a.at).slice(0, most.moods);
  return { tone: Math.round(tone * 100) / 100, quotes: strongest };
}

/** An intent that was found by the whole of a message has no words of its own. */
function quoteOf({ id, sentAt, text }: SummarizedMessage, quote: string): Quote {
  const words = quote.trim() === "" ? text.trim() : quote;
  return { messageId: id, quote: words.slice(0, mostQuote), at: sentAt };
}
