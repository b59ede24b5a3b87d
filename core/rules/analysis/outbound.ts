import type { AnalysisInput, Reading } from "#core/model/reading.ts";
import type { ConversionKind } from "#core/model/vocabulary.ts";
import { isClosingQuestion } from "#core/rules/followups/closing-question.ts";
import { isAhead, isPutOff } from "./ahead.ts";
import { quoteOf } from "./evidence.ts";
import { isAdvice } from "./offers.ts";
import type { PhraseMatch } from "./phrases/matcher.ts";
import { readPromises } from "./promises.ts";
import { readQuestion, readRequest } from "./question.ts";
import type { Sentence, TokenizedText } from "./tokens/tokens.ts";

/** What a message of the business says. `matches`: all phrases of businesses in it. */
export function readOutbound(
  input: AnalysisInput,
  reader: TokenizedText,
  language: string | null,
  matches: readonly PhraseMatch[],
): Partial<Reading> {
  const inSentence = (match: PhraseMatch) => reader.sentences.find(({ from, to }) => match.from >= from && match.from < to);
  const holds = (match: PhraseMatch, label: string) => {
    const sentence = inSentence(match);
    return sentence !== undefined && matches.some((other) => other.label === label && within(other, sentence));
  };
  const failures = failuresIn(matches, language);
  const fails = (match: PhraseMatch) => {
    const sentence = inSentence(match);
    return sentence !== undefined && failures.some((failure) => within(failure, sentence) && counts(reader, failure, match));
  };
  const first = (label: string, when: (match: PhraseMatch) => boolean = () => true) =>
    matches.filter((match) => match.label.startsWith(label) && when(match)).sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  const quoted = (match: PhraseMatch) => ({ quote: quoteOf(reader, match.from, match.to) });
  const kinded = (match: PhraseMatch) => ({ kind: kindOf(match), ...quoted(match) });

  const isUnrelated = isUnrelatedIn(matches);
  const confirms = (match: PhraseMatch) => !isUnrelated && !isAsked(reader, match) && !holds(match, "condition") && !fails(match);
  // "I'll send it to you tomorrow" sells nothing yet; "your drink will be right up" tells of an order that is being made.
  const putsOff = (match: PhraseMatch) => {
    const sentence = inSentence(match);
    return isAhead(reader, match) && sentence !== undefined && isPutOff(reader, sentence);
  };
  // "Your quote will be ready shortly": nothing that is sold.
  const isUnsold = (match: PhraseMatch) => isAhead(reader, match) && holds(match, "not:conversion");
  const conversion = first("conversion:", (match) => confirms(match) && !putsOff(match) && !isUnsold(match));
  const revocation = first("revocation:", (match) => confirms(match) && !isAhead(reader, match));
  // "Le confirmo esta tarde" promises; "¿le confirmo la mesa?" offers.
  const offers = (match: PhraseMatch) => !holds(match, "confirming") && (inSentence(match)?.asks === true || !holds(match, "promise"));
  const offer = conversion
    ? undefined
    : (first("offer:booking", offers) ?? first("offer:purchase", offers) ?? first("offer:other", (match) => !isAdvice(reader, match)));
  const fulfilment = first("fulfilment", (match) => !fails(match) && !isAhead(reader, match));
  const cannot = first("cannot_resolve");
  return {
    conversion: conversion ? kinded(conversion) : null,
    revocation: revocation ? kinded(revocation) : null,
    fulfilment: fulfilment ? quoted(fulfilment) : null,
    offer: offer ? { kind: offer.label === "offer:other" ? "other" : kindOf(offer), ...quoted(offer) } : null,
    cannotResolve: cannot ? quoted(cannot) : null,
    promises: readPromises(input, reader, matches, conversion),
    question: readQuestion(reader, isClosingQuestion) ?? readRequest(reader, matches),
  };
}

/** Words that say that something failed; "no problem" does not. */
export function failuresIn(matches: readonly PhraseMatch[], language: string | null): PhraseMatch[] {
  const isFine = (match: PhraseMatch) => matches.some((other) => other.label === "not:failure" && other.from < match.to && other.to > match.from);
  return matches.filter((match) => (match.label === "failure" || match.label === `failure:${language}`) && !isFine(match));
}

/** Words about something that is no sale: a song, an alarm, a transfer. */
export function isUnrelatedIn(matches: readonly PhraseMatch[]): boolean {
  return matches.some(({ label }) => label === "unrelated");
}

const askers = new Set(
  "is are do does did has have was were can could shall should would will may might want so what when where which how who please if need ba gusto pwede quiere desea puedo le".split(
    " ",
  ),
);

/** True when the words are asked rather than told: a question, but not in an earlier clause of it ("it is booked, anything else?"). */
function isAsked({ tokens, sentences }: TokenizedText, match: PhraseMatch): boolean {
  const sentence = sentences.find(({ from, to }) => match.from >= from && match.from < to);
  if (!sentence?.asks) return false;
  let start = match.from;
  while (start > sentence.from && (tokens[start]?.gap ?? 0) === 0) start -= 1;
  if (askers.has(tokens[start]?.text ?? "")) return true;
  return !tokens.slice(match.to, sentence.to).some(({ gap }) => gap > 0);
}

/**
 * What fails in a later clause does not undo what is confirmed before it ("it is booked, but they have no wifi"), and what
 * is taken back may be told in a word of failure ("cancelled na po").
 */
function counts({ tokens }: TokenizedText, failure: PhraseMatch, match: PhraseMatch): boolean {
  if (match.label.startsWith("revocation:") && failure.from >= match.from && failure.to <= match.to) return false;
  if (failure.from < match.to) return true;
  return !tokens.slice(match.to, failure.from + 1).some(({ gap, text }) => gap > 0 || text === "but" || text === "pero" || text === "and");
}

function within(match: PhraseMatch, { from, to }: Sentence): boolean {
  return match.from >= from && match.from < to;
}

function kindOf(match: PhraseMatch): ConversionKind {
  return match.label.endsWith(":booking") ? "booking" : "purchase";
}
