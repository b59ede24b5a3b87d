import type { ConsentDecision } from "#core/model/people/consent.ts";
import type { Reading } from "#core/model/reading.ts";
import { courtesyPacks, nearMissPacks, optInPacks, optOutPacks } from "#core/rules/analysis/lexicons/keywords.ts";
import { wordsOf } from "#core/rules/signals/keywords/words.ts";
import { foldText } from "#core/rules/text/text.ts";
import { inLetters, looksLike } from "./look-alikes.ts";
import { ownLines } from "./own-lines.ts";

/** `near_miss`: seems to ask not to be written to any more; `quote` are the words that say so. */
export type ConsentFound = { kind: ConsentDecision | "near_miss"; quote: string };

type ConsentRequest = ConsentFound["kind"];
type ConsentPart = ConsentRequest | "courtesy";

/** No keyword has more characters and words, even with emoji, marks, courtesies and a name around it. */
const longest = 160;
const mostWords = 40;
/** A keyword may be repeated, but only so often: longer repetitions are not written by a person. */
const mostKeywords = 5;

/**
 * What a customer's message says about being written to: a keyword only where it is the whole message (product.md §9), else a near
 * miss where the reading has the intent. "Stop, see you at 5" says nothing.
 */
export function consentIn(text: string, reading: Pick<Reading, "intents">): ConsentFound | null {
  const request = requestOf(text);
  if (request) return { kind: request, quote: text.trim().slice(0, longest) };
  const nearly = reading.intents.find(({ intent }) => intent === "opt_out");
  return nearly ? { kind: "near_miss", quote: nearly.quote } : null;
}

/** The keyword that a message is and has nothing beside; courtesies, marks, emoji, quoted lines and a signature apart. */
export function keywordOf(text: string): ConsentDecision | null {
  const request = requestOf(text);
  return request === "near_miss" ? null : request;
}

function requestOf(text: string): ConsentRequest | null {
  const { said, unsigned } = ownLines(text);
  return [said, unsigned].reduce<ConsentRequest | null>((found, words) => found ?? (words === null ? null : requestIn(words)), null);
}

function requestIn(said: string): ConsentRequest | null {
  if (said.length > longest) return null;
  const folded = unstretched(foldText(said));
  const words = wordsOf(folded);
  return requestOfWords(words) ?? requestInOtherLetters(words, folded);
}

function requestInOtherLetters(words: readonly string[], folded: string): ConsentRequest | null {
  const written = wordsOf(inLetters(folded)).map(asKeyword);
  return written.length === words.length && written.every((word, at) => word === words[at]) ? null : requestOfWords(written);
}

function requestOfWords(found: readonly string[]): ConsentRequest | null {
  const words = unspelled(found.filter((word) => word === stopSign || /[\p{L}\p{N}]/u.test(word)));
  if (words.length === 0 || words.length > mostWords) return null;
  // Beside words the sign is decoration; without a keyword it is one.
  const parts = partsOf(words.filter((word) => word !== stopSign));
  const decisions = parts?.filter((part) => part !== "courtesy") ?? [];
  if (parts !== null && decisions.length === 0 && words.includes(stopSign)) return "opt_out";
  const [first] = decisions;
  return first !== undefined && decisions.length <= mostKeywords && decisions.every((decision) => decision === first) ? first : null;
}

const stopSign = "🛑";

/** The keyword that a word is written like with other letters; the word itself when there is none, or it is made of Latin letters. */
function asKeyword(word: string): string {
  // Of small Latin letters only l and i are taken for each other.
  if (/^[a-hjkm-z]+$/.test(word)) return word;
  return oneWordKeywords.get(word.length)?.find((keyword) => looksLike(word, keyword)) ?? word;
}

/** "STOOOP": no keyword has a letter three times. */
function unstretched(folded: string): string {
  return folded.replace(/([a-z])\1{2,}/g, "$1");
}

/** "S T O P please", "s.t.o.p": three letters or more that stand alone are one word. */
function unspelled(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length; ) {
    let end = at;
    while (/^[a-z0-9\p{Script=Cyrillic}\p{Script=Greek}]$/u.test(words[end] ?? "")) end += 1;
    const isSpelled = end - at > 2;
    joined.push(isSpelled ? asKeyword(words.slice(at, end).join("")) : (words[at] ?? ""));
    at = isSpelled ? end : at + 1;
  }
  return joined;
}

/** The words as phrases that follow each other without a gap, keywords before courtesies and longer ones first; null: they are not. */
function partsOf(words: readonly string[]): ConsentPart[] | null {
  // Of each place: the parts of the words from there on.
  const from: (ConsentPart[] | null)[] = [...words.map(() => null), []];
  for (let at = words.length - 1; at >= 0; at -= 1) {
    for (const { part, words: phrase } of phrases.get(words[at] ?? "") ?? []) {
      const rest = from[at + phrase.length];
      if (!rest || !phrase.every((word, i) => words[at + i] === word)) continue;
      from[at] = [part, ...rest];
      break;
    }
  }
  return from[0] ?? null;
}

const phrases = phrasesByFirstWord();

/** Shorter ones look like too much else. */
const shortestAlike = 4;
/** Keywords of one Latin word, by length. */
const oneWordKeywords = Map.groupBy(
  [...phrases.values()].flat().flatMap(({ part, words: [word = "", ...more] }) => (isAlone(part, word, more) ? [word] : [])),
  (word) => word.length,
);

function isAlone(part: ConsentPart, word: string, more: readonly string[]): boolean {
  return (part === "opt_out" || part === "opt_in") && more.length === 0 && word.length >= shortestAlike && /^[a-z]+$/.test(word);
}

function phrasesByFirstWord(): ReadonlyMap<string, { part: ConsentPart; words: string[] }[]> {
  const found = new Map<string, { part: ConsentPart; words: string[] }[]>();
  const packs: [ConsentPart, Readonly<Record<string, string>>][] = [
    ["opt_out", optOutPacks],
    ["opt_in", optInPacks],
    ["near_miss", nearMissPacks],
    ["courtesy", courtesyPacks],
  ];
  for (const [part, pack] of packs) {
    for (const phrase of Object.values(pack).flatMap((all) => all.split("|"))) {
      const words = wordsOf(foldText(phrase));
      const [first = ""] = words;
      found.set(first, [...(found.get(first) ?? []), { part, words }]);
    }
  }
  for (const list of found.values()) list.sort((a, b) => b.words.length - a.words.length);
  return found;
}
