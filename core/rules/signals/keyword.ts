import { foldText } from "#core/rules/text.ts";
import type { CompiledSignals, PhraseEntry } from "./compile.ts";
import { wordsOf } from "./words.ts";

/** Phrases that stand in the text as whole words, case and accents folded: the first of each signal. */
export function keywordsIn(text: string, signals: CompiledSignals): PhraseEntry[] {
  if (signals.byFirstWord.size === 0) return [];
  const words = wordsOf(foldText(text));
  const found = new Map<string, PhraseEntry>();
  for (let at = 0; at < words.length; at++) {
    for (const entry of signals.byFirstWord.get(words[at] ?? "") ?? []) {
      if (!found.has(entry.signal.id) && entry.words.every((word, i) => words[at + i] === word)) found.set(entry.signal.id, entry);
    }
  }
  return [...found.values()];
}
