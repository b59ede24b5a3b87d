import { foldText } from "#core/rules/text/text.ts";
import { finding, type SignalFinding } from "../finding.ts";
import type { KeywordSignal } from "./match.ts";
import { compilePatterns, findPattern, type PatternEntry } from "./pattern.ts";
import { wordsOf } from "./words.ts";

/** The most comparisons, so that a request with very many phrases does not block other requests. */
const maxWork = 300_000;

type KeywordPhrase = { signal: KeywordSignal; phrase: string; folded: string; words: string[]; order: number };
type OverlapCode = "same_phrase" | "contained_phrase" | "same_pattern" | "pattern_finds_phrase" | "too_many_phrases";
type OverlapFinding = SignalFinding<OverlapCode>;

/** Signals that find the same words, and so count twice, and phrases that add nothing. */
export function lintOverlaps(signals: readonly KeywordSignal[]): OverlapFinding[] {
  const phrases = signals.flatMap(phrasesOf).map((phrase, order): KeywordPhrase => ({ ...phrase, order }));
  return [...phraseOverlaps(phrases), ...patternOverlaps(compilePatterns(signals).entries, phrases)];
}

function phrasesOf(signal: KeywordSignal): Omit<KeywordPhrase, "order">[] {
  return signal.phrases.flatMap((phrase) => {
    const folded = foldText(phrase);
    const words = wordsOf(folded);
    return words.length > 0 ? [{ signal, phrase, folded, words }] : [];
  });
}

function phraseOverlaps(phrases: readonly KeywordPhrase[]): OverlapFinding[] {
  const findings: OverlapFinding[] = [];
  let work = 0;
  for (const { outer, at, inner } of pairsOf(phrases)) {
    if (++work > maxWork) return [...findings, tooMany];
    if (inner !== outer && inner.words.every((each, i) => outer.words[at + i] === each)) findings.push(...overlap(outer, inner));
  }
  return findings;
}

/** Each phrase with those that begin with one of its words; `at` says with which, from 0. */
function* pairsOf(phrases: readonly KeywordPhrase[]): Generator<{ outer: KeywordPhrase; at: number; inner: KeywordPhrase }> {
  const byFirstWord = Map.groupBy(phrases, ({ words }) => words[0] ?? "");
  for (const outer of phrases) {
    for (const [at, word] of outer.words.entries()) {
      for (const inner of byFirstWord.get(word) ?? []) yield { outer, at, inner };
    }
  }
}

const tooMany = finding("too_many_phrases", null, "there are so many phrases that not all of them were compared");

function overlap(outer: KeywordPhrase, inner: KeywordPhrase): OverlapFinding[] {
  const isSame = outer.words.length === inner.words.length;
  // Equal phrases match each other: the later one is reported.
  if (isSame && outer.order < inner.order) return [];
  const code = isSame ? "same_phrase" : "contained_phrase";
  const what = isSame ? `the phrase “${outer.phrase}” is there already` : `the phrase “${outer.phrase}” contains “${inner.phrase}”`;
  if (outer.signal === inner.signal) return [finding(code, outer.signal.id, `${what}: it adds nothing`)];
  return [finding(code, outer.signal.id, `${what}${isSame ? ` in ${inner.signal.id}` : ` of ${inner.signal.id}`}: both count`, inner.signal.id)];
}

function patternOverlaps(entries: readonly PatternEntry<KeywordSignal>[], phrases: readonly KeywordPhrase[]): OverlapFinding[] {
  const findings: OverlapFinding[] = [];
  const seen = new Map<string, KeywordSignal>();
  let work = 0;
  for (const { signal, pattern, regex } of entries) {
    const twin = seen.get(pattern);
    if (twin)
      findings.push(finding("same_pattern", signal.id, `the pattern “${pattern}” is there already${both(signal, twin)}`, otherThan(signal, twin)));
    else seen.set(pattern, signal);
    for (const each of phrases) {
      // A match costs as much as its pattern is large.
      work += regex.programSize();
      if (work > maxWork * 10) return [...findings, tooMany];
      if (findPattern(regex, each.folded) === null) continue;
      const detail = `the pattern “${pattern}” finds the phrase “${each.phrase}”${both(signal, each.signal)}`;
      findings.push(finding("pattern_finds_phrase", signal.id, detail, otherThan(signal, each.signal)));
    }
  }
  return findings;
}

function both(signal: KeywordSignal, other: KeywordSignal): string {
  return signal === other ? ": one of them adds nothing" : ` of ${other.id}: both count`;
}

function otherThan(signal: KeywordSignal, other: KeywordSignal): string | null {
  return signal === other ? null : other.id;
}
