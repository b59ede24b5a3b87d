import type { Reading } from "#core/model/reading.ts";
import type { PhraseMatch } from "../phrases/matcher.ts";
import type { TokenizedText } from "../tokens/tokens.ts";

/** A message taken apart: its tokens, and all phrases of its side in them. */
export type WordsRead = { tokenized: TokenizedText; matches: readonly PhraseMatch[] };

const known = new WeakMap<Reading, WordsRead>();

/** Keeps what a reading was read from, for as long as the reading itself is held: taking a text apart is most of the work of reading it. */
export function keepWords(reading: Reading, words: WordsRead): void {
  known.set(reading, words);
}

/** What the reading was read from; undefined: it comes from the store. */
export function wordsOf(reading: Reading): WordsRead | undefined {
  return known.get(reading);
}
