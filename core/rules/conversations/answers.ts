import type { ConversationMessage, Wanted } from "#core/model/conversation.ts";
import type { OurStance } from "#core/model/vocabulary.ts";
import { isTimeNamed, readMoment } from "#core/rules/analysis/moment.ts";
import { isKnownWord } from "#core/rules/analysis/phrases/rulebook.ts";
import { tokenize } from "#core/rules/analysis/tokens/tokens.ts";
import { isClosingQuestion } from "#core/rules/followups/closing-question.ts";
import { isOnlyPromise } from "#core/rules/followups/only-promise.ts";
import { readClosing, readOurs } from "./words.ts";

/** What of a message of ours tells whether it answers. */
export type OurMessage = Pick<ConversationMessage, "text" | "reading" | "direction" | "author" | "purpose" | "media">;

/**
 * True when a message of ours answers what `wanted` is (null: whatever it is). A nudge, an advertisement, an automatic text and a
 * greeting do not, nor does "let me check, one moment": staff expect what was put off without a time to stay on the list. A
 * promise that names its time ("we call you at 5") answers for now, since the promise itself falls due, and so does "come at four, we will
 * see you".
 */
export function answers(message: OurMessage, wanted: Pick<Wanted, "because"> | null = null): boolean {
  const { direction, purpose, author, media } = message;
  if (direction !== "outbound" || purpose === "follow_up" || purpose === "marketing" || author === "system") return false;
  if (media.length > 0) return true;
  if (isGreetingOnly(message)) return wanted?.because === "greeting";
  return !isAutomatic(message) && !putsOff(message);
}

/** True when a message of ours only puts the customer off, without a time at which they will hear from us. */
export function putsOff({ text, reading, direction }: Pick<OurMessage, "text" | "reading" | "direction">): boolean {
  if (direction !== "outbound" || carriesNews(reading)) return false;
  const { labels, rest } = readOurs(text);
  const isPutOff = labels.has("holding") || reading.promises.length > 0;
  if (!isPutOff || labels.has("inviting") || reading.question !== null) return false;
  const isShort = rest.length <= mostContent || isOnlyPromise(text, reading);
  return isShort && !reading.promises.some(({ quote }) => namesTime(quote)) && !namesTime(text);
}

/** What a message of ours that answers leaves open. */
export function stanceOf({ text, reading }: Pick<OurMessage, "text" | "reading">): OurStance {
  const { labels, rest } = readOurs(text);
  if (labels.has("reminder")) return "told";
  if (reading.offer) return "offered";
  if (reading.question && !isClosingQuestion(reading.question.quote)) return "asked";
  if (reading.conversion || reading.revocation || reading.fulfilment) return "confirmed";
  return labels.has("parting") && rest.length <= mostContent ? "closed" : "told";
}

/** How many words of content may stand beside a "one moment" or a "you're welcome". */
const mostContent = 6;

function carriesNews({ conversion, revocation, fulfilment, offer }: OurMessage["reading"]): boolean {
  return conversion !== null || revocation !== null || fulfilment !== null || offer !== null;
}

function isAutomatic({ text, reading }: OurMessage): boolean {
  return !carriesNews(reading) && readOurs(text).labels.has("automatic");
}

/** A greeting, with or without "how can we help?". */
function isGreetingOnly({ text, reading }: OurMessage): boolean {
  if (carriesNews(reading)) return false;
  const closing = readClosing(text);
  if (!closing.labels.has("greeting")) return false;
  if (closing.rest.length <= 1 && reading.question === null) return true;
  return readOurs(text).labels.has("opening") && closing.rest.length <= mostContent;
}

function namesTime(text: string): boolean {
  return isTimeNamed(readMoment(tokenize(text, isKnownWord).tokens));
}
