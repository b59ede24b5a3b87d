import type { Signal } from "#core/model/signal.ts";
import { foldText } from "#core/rules/text.ts";
import type { CompiledSignals } from "./compile.ts";
import { findPattern, maxPatternText } from "./pattern.ts";
import { wordsOf } from "./words.ts";

/** The phrase, or what the pattern found. */
export type Keyword = { signal: Signal; quote: string };

/** What stands in the text, case and accents folded: the first phrase of each signal, else what its first pattern finds. */
export function keywordsIn(text: string, signals: CompiledSignals): Keyword[] {
  if (signals.byFirstWord.size === 0 && signals.patterns.length === 0) return [];
  const folded = foldText(text);
  const found = new Map<string, Keyword>();
  findPhrases(wordsOf(folded), signals, found);
  findPatterns(folded.slice(0, maxPatternText), signals, found);
  return [...found.values()];
}

function findPhrases(words: readonly string[], { byFirstWord }: CompiledSignals, found: Map<string, Keyword>): void {
  if (byFirstWord.size === 0) return;
  for (let at = 0; at < words.length; at++) {
    for (const { signal, phrase, words: wanted } of byFirstWord.get(words[at] ?? "") ?? []) {
      if (!found.has(signal.id) && wanted.every((word, i) => words[at + i] === word)) found.set(signal.id, { signal, quote: phrase });
    }
  }
}

function findPatterns(folded: string, { patterns }: CompiledSignals, found: Map<string, Keyword>): void {
  for (const { signal, regex } of patterns) {
    if (found.has(signal.id)) continue;
    const quote = findPattern(regex, folded);
    if (quote !== null) found.set(signal.id, { signal, quote });
  }
}
