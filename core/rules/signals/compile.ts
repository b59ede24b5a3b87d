import type { Settings } from "#core/model/settings.ts";
import type { Signal } from "#core/model/signal.ts";
import { foldText } from "#core/rules/text.ts";
import { compilePatterns, type PatternEntry } from "./pattern.ts";
import { wordsOf } from "./words.ts";

/** A phrase under its first word, so that a text is read once however many phrases there are. */
export type PhraseEntry = { signal: Signal; phrase: string; words: string[] };

/** The enabled signals, by what they look for. */
export type CompiledSignals = {
  byIntent: ReadonlyMap<string, readonly Signal[]>;
  byAction: ReadonlyMap<string, readonly Signal[]>;
  byFirstWord: ReadonlyMap<string, readonly PhraseEntry[]>;
  patterns: readonly PatternEntry[];
  /** Takes what staff give. One alone does: a point that is given counts once. */
  manual: Signal | null;
  byId: ReadonlyMap<string, Signal>;
};

const compiled = new WeakMap<Settings, CompiledSignals>();

/** Pure; remembered for each settings document, since every message asks for it. */
export function compileSignals(settings: Settings): CompiledSignals {
  const known = compiled.get(settings);
  if (known) return known;
  const fresh = compile(settings.scoring.signals.filter((signal) => signal.enabled));
  compiled.set(settings, fresh);
  return fresh;
}

function compile(signals: readonly Signal[]): CompiledSignals {
  const byIntent = new Map<string, Signal[]>();
  const byAction = new Map<string, Signal[]>();
  const byFirstWord = new Map<string, PhraseEntry[]>();
  let manual: Signal | null = null;
  for (const signal of signals) {
    if (signal.type === "ai") add(byIntent, signal.intent, signal);
    else if (signal.type === "action") add(byAction, signal.action, signal);
    else if (signal.type === "manual") manual ??= signal;
    else for (const phrase of signal.phrases) addPhrase(byFirstWord, signal, phrase);
  }
  const byId = new Map(signals.map((signal) => [signal.id, signal]));
  return { byIntent, byAction, byFirstWord, patterns: compilePatterns(signals).entries, manual, byId };
}

function addPhrase(index: Map<string, PhraseEntry[]>, signal: Signal, phrase: string): void {
  const words = wordsOf(foldText(phrase));
  const [first] = words;
  if (first !== undefined) add(index, first, { signal, phrase, words });
}

function add<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
