import type { Reading } from "#core/model/reading.ts";
import { cut } from "./evidence.ts";
import { askedSubjects, askingOpeners, askingParticles, askingVerbs, howMuch } from "./lexicons/questions.ts";
import type { PhraseMatch } from "./phrases/matcher.ts";
import type { Sentence, Token, TokenizedText } from "./tokens/tokens.ts";

/** The last sentence that asks, with or without a question mark; one of `courtesy` only when there is no other. */
export function readQuestion({ text, tokens, sentences }: TokenizedText, courtesy: (quote: string) => boolean = () => false): Reading["question"] {
  const asked = sentences
    .filter((sentence) => sentence.asks || opensAsking(tokens, sentence))
    .map(({ start, end }) => ({ quote: cut(text, start, end) }));
  return asked.findLast(({ quote }) => !courtesy(quote)) ?? asked.at(-1) ?? null;
}

/** The last sentence of the business that asks without being a question: "please send us a photo". */
export function readRequest({ text, sentences }: TokenizedText, matches: readonly PhraseMatch[]): Reading["question"] {
  const says = (what: string, { from, to }: Sentence) => matches.some((match) => match.label === what && match.from >= from && match.from < to);
  const last = sentences.findLast((sentence) => says("request", sentence) && !says("not:request", sentence));
  return last ? { quote: cut(text, last.start, last.end) } : null;
}

/** "How much is it", "can you come", "magkano po": words that ask even where the mark is left out. */
function opensAsking(tokens: readonly Token[], { from, to }: Sentence): boolean {
  const first = tokens[from]?.text ?? "";
  const second = to > from + 1 ? (tokens[from + 1]?.text ?? "") : "";
  if (askingOpeners.has(first)) return second !== "a" && second !== "an";
  if (first === "how") return howMuch.has(second);
  if (askingVerbs.has(first)) return askedSubjects.has(second);
  if (opensLate(tokens, from, to)) return true;
  return tokens.slice(from, to).some(({ text }) => askingParticles.has(text));
}

/** How many words may stand before the question: "just to confirm, have you …". */
const longestPrelude = 5;

function opensLate(tokens: readonly Token[], from: number, to: number): boolean {
  const start = tokens.slice(from + 1, Math.min(to, from + 1 + longestPrelude)).findIndex(({ gap }) => gap === 1);
  const at = from + 1 + start;
  return start >= 0 && askingVerbs.has(tokens[at]?.text ?? "") && tokens[at + 1]?.text === "you";
}
