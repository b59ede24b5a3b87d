import type { CommonSignal } from "#core/model/signal.ts";
import { foldText } from "#core/rules/text/text.ts";
import { compilePatterns, findPattern, maxPatternText, type PatternEntry } from "./pattern.ts";
import { wordsOf } from "./words.ts";

/** What is looked for under one id. */
export type Keywords = { id: string; phrases: readonly string[]; patterns: readonly string[] };
/** What a keyword signal looks for. */
export type KeywordSignal = CommonSignal & Keywords;

/** A phrase under its first word, so that a text is read once however many phrases there are. */
export type PhraseEntry<K extends Keywords = KeywordSignal> = { signal: K; phrase: string; words: string[] };

export type CompiledKeywords<K extends Keywords = KeywordSignal> = {
  byFirstWord: ReadonlyMap<string, readonly PhraseEntry<K>[]>;
  patterns: readonly PatternEntry<K>[];
};

/** A signal found in a text, with the phrase or with what the pattern found. */
export type KeywordMatch<K extends Keywords = KeywordSignal> = { signal: K; quote: string };

export function compileKeywords<K extends Keywords>(signals: readonly K[]): CompiledKeywords<K> {
  const phrases = signals.flatMap((signal) =>
    signal.phrases.map((phrase): PhraseEntry<K> => ({ signal, phrase, words: wordsOf(foldText(phrase)) })).filter(({ words }) => words.length > 0),
  );
  return { byFirstWord: Map.groupBy(phrases, ({ words }) => words[0] ?? ""), patterns: compilePatterns(signals).entries };
}

/** What stands in the text, case and accents folded: the first phrase of each signal, else what its first pattern finds. */
export function keywordsIn<K extends Keywords>(text: string, keywords: CompiledKeywords<K>): KeywordMatch<K>[] {
  if (keywords.byFirstWord.size === 0 && keywords.patterns.length === 0) return [];
  const folded = foldText(text);
  const found = new Map<string, KeywordMatch<K>>();
  findPhrases(wordsOf(folded), keywords, found);
  findPatterns(folded.slice(0, maxPatternText), keywords, found);
  return [...found.values()];
}

function findPhrases<K extends Keywords>(words: readonly string[], { byFirstWord }: CompiledKeywords<K>, found: Map<string, KeywordMatch<K>>): void {
  if (byFirstWord.size === 0) return;
  for (let at = 0; at < words.length; at++) {
    for (const { signal, phrase, words: sought } of byFirstWord.get(words[at] ?? "") ?? []) {
      if (!found.has(signal.id) && sought.every((word, i) => words[at + i] === word)) found.set(signal.id, { signal, quote: phrase });
    }
  }
}

function findPatterns<K extends Keywords>(folded: string, { patterns }: CompiledKeywords<K>, found: Map<string, KeywordMatch<K>>): void {
  for (const { signal, regex } of patterns) {
    if (found.has(signal.id)) continue;
    const quote = findPattern(regex, folded);
    if (quote !== null) found.set(signal.id, { signal, quote });
  }
}
