import type { Settings } from "#core/model/settings.ts";
import type { Signal } from "#core/model/signal.ts";
import { foldText } from "#core/rules/text.ts";
import { type Finding, type FindingCode, finding } from "./finding.ts";
import { compilePatterns, findPattern, type PatternEntry } from "./pattern.ts";
import { wordsOf } from "./words.ts";

/** Comparisons after which no more is looked for: whoever writes phrases must not hold everybody else up. */
const maxWork = 300_000;

type Phrase = { signal: Signal; phrase: string; folded: string; words: string[]; order: number };

/** Signals that find the same words, and so count twice, and phrases that add nothing. */
export function lintOverlaps({ scoring }: Settings): Finding[] {
  const signals = scoring.signals.filter(({ enabled }) => enabled);
  const phrases = signals.flatMap(phrasesOf).map((phrase, order): Phrase => ({ ...phrase, order }));
  const { entries } = compilePatterns(signals);
  return [
    ...twins(signals, "same_intent", (signal) => (signal.type === "ai" ? signal.intent : null)),
    ...twins(signals, "same_action", (signal) => (signal.type === "action" ? signal.action : null)),
    ...phraseOverlaps(phrases),
    ...patternOverlaps(entries, phrases),
  ];
}

function phrasesOf(signal: Signal): Omit<Phrase, "order">[] {
  if (signal.type !== "keyword") return [];
  return signal.phrases.flatMap((phrase) => {
    const folded = foldText(phrase);
    const words = wordsOf(folded);
    return words.length > 0 ? [{ signal, phrase, folded, words }] : [];
  });
}

function twins(signals: readonly Signal[], code: FindingCode, keyOf: (signal: Signal) => string | null): Finding[] {
  const first = new Map<string, Signal>();
  return signals.flatMap((signal) => {
    const key = keyOf(signal);
    if (key === null) return [];
    const twin = first.get(key);
    if (!twin) first.set(key, signal);
    return twin ? [finding(code, signal.id, `looks for “${key}”, as ${twin.id} does: both count`, twin.id)] : [];
  });
}

/** Each phrase against those that begin with one of its words. */
function phraseOverlaps(phrases: readonly Phrase[]): Finding[] {
  const byFirstWord = new Map<string, Phrase[]>();
  for (const each of phrases) {
    const first = each.words[0] ?? "";
    const held = byFirstWord.get(first);
    if (held) held.push(each);
    else byFirstWord.set(first, [each]);
  }
  const findings: Finding[] = [];
  let work = 0;
  for (const outer of phrases) {
    for (const [at, word] of outer.words.entries()) {
      for (const inner of byFirstWord.get(word) ?? []) {
        if (++work > maxWork) return [...findings, tooMany];
        if (inner !== outer && inner.words.every((each, i) => outer.words[at + i] === each)) findings.push(...overlap(outer, inner));
      }
    }
  }
  return findings;
}

const tooMany = finding("too_many_phrases", null, "there are so many phrases that not all of them were compared");

function overlap(outer: Phrase, inner: Phrase): Finding[] {
  const isSame = outer.words.length === inner.words.length;
  // Equal phrases find each other: the later one is told.
  if (isSame && outer.order < inner.order) return [];
  const code = isSame ? "same_phrase" : "contained_phrase";
  const what = isSame ? `the phrase “${outer.phrase}” is there already` : `the phrase “${outer.phrase}” contains “${inner.phrase}”`;
  if (outer.signal === inner.signal) return [finding(code, outer.signal.id, `${what}: it adds nothing`)];
  return [finding(code, outer.signal.id, `${what}${isSame ? ` in ${inner.signal.id}` : ` of ${inner.signal.id}`}: both count`, inner.signal.id)];
}

function patternOverlaps(entries: readonly PatternEntry[], phrases: readonly Phrase[]): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, Signal>();
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

function both(signal: Signal, other: Signal): string {
  return signal === other ? ": one of them adds nothing" : ` of ${other.id}: both count`;
}

function otherThan(signal: Signal, other: Signal): string | null {
  return signal === other ? null : other.id;
}
