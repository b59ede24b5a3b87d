import type { Reading } from "#core/model/reading.ts";
import type { Direction } from "#core/model/vocabulary.ts";
import { findMatches, type PhraseMatch } from "../phrases/matcher.ts";
import { businessRules, customerRules, isKnownWord } from "../phrases/rulebook.ts";
import { type TokenizedText, tokenize } from "../tokens/tokens.ts";

/** What is said beyond this many characters is not read; it bounds the work on hostile texts. */
const longestRead = 4000;

/** A message taken apart: its tokens, and all phrases of its side in them. */
export type WordsRead = { tokenized: TokenizedText; matches: readonly PhraseMatch[] };

/** Takes a message of one side apart. `files`: words that stand for its files, read after its own. */
export function takenApart(text: string, direction: Direction, files = ""): WordsRead {
  const tokenized = tokenize(`${text.slice(0, longestRead)}${files}`, isKnownWord);
  return { tokenized, matches: findMatches(direction === "inbound" ? customerRules : businessRules, tokenized.tokens) };
}

const known = new WeakMap<Reading, WordsRead>();

/** Keeps what a reading was read from, for as long as the reading itself is held: taking a text apart is most of the work of reading it. */
export function keepWords(reading: Reading, words: WordsRead): void {
  known.set(reading, words);
}

/** What the reading was read from; undefined: it comes from the store. */
export function wordsOf(reading: Reading): WordsRead | undefined {
  return known.get(reading);
}
