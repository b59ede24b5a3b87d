import type { CommonSignal } from "#core/model/signal.ts";
import { foldText } from "#core/rules/text/text.ts";
import { compilePatterns, findPattern, maxPatternText, type PatternEntry } from "./pattern.ts";
import { wordsOf } from "./words.ts";

/** What a keyword signal looks for. */
export type KeywordSignal = CommonSignal & { phrases: readonly string[]; patterns: readonly string[] };

/** A phrase under its first word, so that a text is read once however many phrases there are. */
export type PhraseEntry = { signal: KeywordSignal; phrase: string; words: string[] };

export type CompiledKeywords = { byFirstWord: ReadonlyMap<string, readonly PhraseEntry[]>; patterns: readonly PatternEntry<KeywordSignal>[] };

/** A signal found in a text, with the phrase or with what the pattern found. */
export type KeywordMatch = { signal: KeywordSignal; quote: string };

export function compileKeywords(signals: readonly KeywordSignal[]): CompiledKeywords {
  const phrases = signals.flatMap((signal) =>
    signal.phrases.map((phrase): PhraseEntry => ({ signal, phrase, words: wordsOf(foldText(phrase)) })).filter(({ words }) => words.length > 0),
  );
  return { byFirstWord: Map.groupBy(phrases, ({ words }) => words[0] ?? ""), patterns: compilePatterns(signals).entries };
}

/** What stands in the text, case and accents folded: the first phrase of each signal, else what its first pattern finds. */
export function keywordsIn(text: string, keywords: CompiledKeywords): KeywordMatch[] {
  if (keywords.byFirstWord.size === 0 && keywords.patterns.length === 0) return [];
  const folded = foldText(text);
  const found = new Map<string, KeywordMatch>();
  findPhrases(wordsOf(folded), keywords, found);
  findPatterns(folded.slice(0, maxPatternText), keywords, found);
  return [...found.values()];
}

function findPhrases(words: readonly string[], { byFirstWord }: CompiledKeywords, found: Map<string, KeywordMatch>): void {
  if (byFirstWord.size === 0) return;
  for (let at = 0; at < words.length; at++) {
    for (const { signal, phrase, words: sought } of byFirstWord.get(words[at] ?? "") ?? []) {
      if (!found.has(signal.id) && sought.every((word, i) => words[at + i] === word)) found.set(signal.id, { signal, quote: phrase });
    }
  }
}

function findPatterns(folded: string, { patterns }: CompiledKeywords, found: Map<string, KeywordMatch>): void {
  for (const { signal, regex } of patterns) {
    if (found.has(signal.id)) continue;
    const quote = findPattern(regex, folded);
    if (quote !== null) found.set(signal.id, { signal, quote });
  }
}
