import type { Engagement, Reply } from "#core/model/contact-state.ts";
import type { ActionFact, FactKey, MessageFact } from "#core/model/fact.ts";
import type { Reading } from "#core/model/reading.ts";
import type { Settings } from "#core/model/settings.ts";
import { consentIn } from "#core/rules/contactability/consent-words.ts";
import { isClosingQuestion, isHandoff } from "#core/rules/followups/closing-question.ts";
import { isOnlyPromise } from "#core/rules/followups/only-promise.ts";
import { cleanQuote } from "#core/rules/texts/clean.ts";
import { variables } from "#core/rules/texts/variables.ts";
import { day } from "#core/rules/time.ts";

/** The most open promises, and the most names of actions, that the state of one contact holds. */
const mostPromises = 10;
const mostActions = 50;
/** The number of last answers that the state holds, from which a trend is detected. */
const lastReplies = 3;

/** The engagement after an inbound message: episode, awaited answer, speed of answers, intents. */
export function afterInbound(
  before: Engagement,
  fact: MessageFact,
  intents: Reading["intents"],
  lastOutbound: FactKey | null,
  settings: Settings,
): Engagement {
  const seen = { ...before.intents };
  for (const { intent, quote } of intents) seen[intent] = { at: fact.at, id: fact.id, quote };
  const said = consentIn(fact.text, fact.reading);
  return {
    ...before,
    episode: episodeWith(before, fact, 1, settings),
    waiting: null,
    replies: repliesWith(before, fact, lastOutbound),
    intents: seen,
    nearMiss: said?.kind === "near_miss" ? { at: fact.at, id: fact.id, quote: said.quote } : before.nearMiss,
  };
}

/**
 * The engagement after an outbound message: promises kept and made, awaited answer. A follow-up or marketing message (nudge) is
 * neither an answer nor a new question.
 */
export function afterOutbound(before: Engagement, fact: MessageFact, settings: Settings): Engagement {
  const isNudge = fact.purpose === "follow_up" || fact.purpose === "marketing";
  return {
    ...before,
    // A nudge begins no episode, since a new episode would permit the next nudge.
    episode: isNudge ? before.episode : episodeWith(before, fact, 0, settings),
    waiting: isNudge ? before.waiting : waitingAfter(before, fact),
    promises: fact.purpose === "marketing" ? before.promises : promisesAfter(before, fact),
    nudgedAt: isNudge ? fact.at : before.nudgedAt,
  };
}

/**
 * The engagement after an action: the newest action by name, and a promise that people say was made. Above the limit, the names that are
 * oldest by last use are dropped.
 */
export function afterAction(before: Engagement, { action, at, id, promise }: ActionFact): Engagement {
  const { [action]: _, ...others } = before.actions;
  const kept = Object.entries(others).slice(-(mostActions - 1));
  const actions = Object.fromEntries([...kept, [action, { at, id }]]);
  if (!promise) return { ...before, actions };
  const { messageId, quote, dueAt } = promise;
  const isKnown = before.promises.some((open) => open.id === messageId);
  return { ...before, actions, promises: isKnown ? before.promises : [...before.promises, { at, id: messageId, quote, dueAt }].slice(-mostPromises) };
}

function episodeWith({ episode }: Engagement, { at, id }: FactKey, inbound: number, { followUps }: Settings): Engagement["episode"] {
  if (!episode || at - episode.lastAt >= followUps.episodeGapDays * day) return { id, startedAt: at, lastAt: at, inbound };
  return { ...episode, lastAt: at, inbound: episode.inbound + inbound };
}

/** While an answer is awaited, a further message of ours moves the start of the wait; the quoted question stays the same. */
function waitingAfter({ waiting }: Engagement, { at, id, reading }: MessageFact): Engagement["waiting"] {
  const asked = [reading.offer?.quote, reading.question?.quote].find((quote) => quote !== undefined && owesAnswer(quote));
  if (asked !== undefined) return { at, id, quote: asked };
  return waiting && { ...waiting, at, id };
}

const owesAnswer = (quote: string) => !isClosingQuestion(quote) && !isHandoff(quote);

/** The open promises. A promise counts as kept with our next message that is more than a promise or a greeting (product.md §8). */
function promisesAfter({ promises }: Engagement, { at, id, text, reading, purpose }: MessageFact): Engagement["promises"] {
  const made = reading.promises.filter(({ quote }) => purpose !== "follow_up" || !promises.some((open) => isQuotedAgain(quote, open.quote)));
  const open = isOnlyPromise(text, { ...reading, promises: made }) ? promises : [];
  return [...open, ...made.map(({ quote, dueAt }) => ({ at, id, quote, dueAt }))].slice(-mostPromises);
}

/** A follow-up may quote the promise it is about, as texts quote: “I told you I'd get back to you” promises nothing more. */
function isQuotedAgain(quote: string, promise: string): boolean {
  const shown = cleanQuote(promise, variables.promise)?.replace(/…$/, "") ?? "";
  return shown !== "" && (quote.includes(shown) || shown.includes(quote));
}

/** Only the first inbound message after one of ours is an answer; those that follow belong to it. */
function repliesWith({ replies }: Engagement, { at, id, text }: MessageFact, lastOutbound: FactKey | null): Reply[] {
  const last = replies.at(-1);
  if (!lastOutbound || (last && last.at >= lastOutbound.at)) return replies;
  return [...replies, { at, id, tookMs: at - lastOutbound.at, length: [...text].length }].slice(-lastReplies);
}
