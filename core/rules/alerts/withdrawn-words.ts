import { type AlertEvidence, type AlertRecord, isOpenAlert } from "#core/model/alert.ts";
import type { ConversationState } from "#core/model/conversation.ts";
import type { ConversationSummary, Quote } from "#core/model/conversation-summary.ts";
import { moveAlert } from "./machine.ts";

/** What messages that their authors have taken back or edited now say, by id; null: they are gone. Others still say what they said. */
export type WithdrawnWords = ReadonlyMap<string, string | null>;

/** Words between such marks are quoted from a message. */
const quoted = /“[^”]*”/g;
const nothing = "“…”";

/**
 * The alert without what its messages no longer say: evidence, and the words that reason and history quote of it. One that is left
 * without evidence ends. The same object when all of it still holds. `at` in ms since 1970.
 */
export function withoutWithdrawn(alert: AlertRecord, words: WithdrawnWords, at: number): AlertRecord {
  const evidence = alert.evidence.filter((one) => stillSays(words, one));
  if (evidence.length === alert.evidence.length) return alert;
  const rest = evidence.map(({ quote }) => quote);
  const clean = (text: string) => text.replaceAll(quoted, (words) => (rest.some((quote) => quote.includes(words.slice(1, -1))) ? words : nothing));
  const history = alert.history.map((event) => (event.note === null ? event : { ...event, note: clean(event.note) }));
  const left = { ...alert, evidence, reason: clean(alert.reason), history, updatedAt: at };
  if (evidence.length > 0 || !isOpenAlert(alert)) return left;
  return moveAlert(left, "resolve", { by: "system", at, reason: whyEnded(alert.evidence, words) });
}

/** An alert about words that nobody has answered with these words as they now are; the same object when it is about others. */
export function quotingWait(alert: AlertRecord, waiting: ConversationState["waiting"]): AlertRecord {
  const isStale = ({ messageId, quote }: AlertEvidence) => messageId === waiting?.quotedFrom.id && quote !== waiting.quote;
  if (waiting === null || alert.kind !== "unanswered" || !alert.evidence.some(isStale)) return alert;
  return { ...alert, evidence: alert.evidence.map((one) => (isStale(one) ? { ...one, quote: waiting.quote } : one)) };
}

/** The summary without what its messages no longer say; the same object when all of it still holds. */
export function summaryWithoutWithdrawn(summary: ConversationSummary, words: WithdrawnWords): ConversationSummary {
  const holds = (one: Quote) => stillSays(words, one);
  const { wants, promised, mood, open } = summary;
  if ([...wants, ...promised, ...mood.quotes, ...open].every(holds)) return summary;
  const quotes = mood.quotes.filter(holds);
  return {
    wants: wants.filter(holds),
    promised: promised.filter(holds),
    mood: { tone: quotes.length === 0 ? null : mood.tone, quotes },
    open: open.filter(holds),
  };
}

function stillSays(words: WithdrawnWords, { messageId, quote }: Pick<AlertEvidence, "messageId" | "quote">): boolean {
  const now = messageId === null ? undefined : words.get(messageId);
  return now === undefined || now?.includes(quote) === true;
}

function whyEnded(evidence: readonly AlertEvidence[], words: WithdrawnWords): string {
  const isGone = evidence.every(({ messageId }) => messageId !== null && words.get(messageId) === null);
  return isGone ? "the words were taken back" : "the words were changed";
}
