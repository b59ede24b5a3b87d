import { contrasts, degrees, hypotheticals, negators } from "./lexicons/modifiers.ts";
import type { PhraseMatch } from "./phrases/matcher.ts";
import type { Sentence, Token, TokenizedText } from "./tokens/tokens.ts";
import { faceTones, toneOf } from "./tones.ts";

/** How much of a tone is left when it is negated: "not good" is bad, "not bad" is only fair. */
const negatedPraise = -0.8;
const negatedBlame = -0.45;
/** The larger, the more it takes to be sure: a word of 3 alone is just very positive, one of 0.4 still neutral. */
const doubt = 1.9;

/** Praise and blame in one message weaken each other. */
const mixed = 0.5;

type Tone = { value: number; at: number };

/** In [-1, 1]; null when nothing in the words has a tone. `phrases` are matches labelled "tone:<value>". */
export function readSentiment(reader: TokenizedText, phrases: readonly PhraseMatch[], language: string | null): number | null {
  const { tokens, sentences } = reader;
  const claimed = claim(tokens.length, phrases);
  const shouts = tokens.every(({ kind, loud, text }) => kind !== "word" || loud || text.length < 3);
  const totals = { praise: 0, blame: 0 };
  let toned = false;
  for (const sentence of sentences) {
    const tones = tonesIn(tokens, sentence, claimed, language, shouts);
    toned ||= tones.length > 0;
    weigh(totals, tones, tokens, sentence);
  }
  if (!toned) return null;
  const both = totals.praise > 0 && totals.blame < 0;
  const sum = (totals.praise + totals.blame) * (both ? mixed : 1);
  const score = sum / (Math.abs(sum) + doubt);
  return Math.round(score * 1000) / 1000;
}

/** For each token: the phrase that stands for it. The longest phrase wins, then the first. */
function claim(length: number, phrases: readonly PhraseMatch[]): (PhraseMatch | undefined)[] {
  const claimed: (PhraseMatch | undefined)[] = new Array(length);
  const ranked = phrases.filter(({ label }) => label.startsWith("tone:")).sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  for (const phrase of ranked) {
    let free = true;
    for (let at = phrase.from; at < phrase.to; at += 1) if (claimed[at]) free = false;
    if (free) claimed.fill(phrase, phrase.from, phrase.to);
  }
  return claimed;
}

function tonesIn(
  tokens: readonly Token[],
  { from, to, asks }: Sentence,
  claimed: readonly (PhraseMatch | undefined)[],
  language: string | null,
  shouts: boolean,
): Tone[] {
  const tones: Tone[] = [];
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    const phrase = claimed[at];
    if (phrase) {
      const value = Number(phrase.label.slice(5));
      if (at === phrase.from && value !== 0) tones.push({ value: value * before(tokens, at, from).degree, at });
      at = phrase.to - 1;
      continue;
    }
    const plain =
      token.kind === "emoji" ? (faceTones.get(token.text) ?? 0) : token.kind === "word" || token.kind === "tag" ? toneOf(token.text, language) : 0;
    if (plain !== 0) tones.push({ value: token.kind === "emoji" ? plain : modified(plain, tokens, at, from, asks, shouts), at });
  }
  return tones;
}

function modified(plain: number, tokens: readonly Token[], at: number, from: number, asks: boolean, shouts: boolean): number {
  const token = tokens[at];
  const { negated, degree, wished } = before(tokens, at, from);
  let value = plain * degree;
  if (token?.loud && !shouts) value *= 1.2;
  if (token?.stretched) value *= 1.2;
  if (negated) return value * (value > 0 ? negatedPraise : negatedBlame);
  if (value > 0 && (asks || wished)) value *= 0.5;
  return value;
}

/** What the words just before, in the same clause, do to a tone. */
function before(tokens: readonly Token[], at: number, from: number): { negated: boolean; degree: number; wished: boolean } {
  let negated = false;
  let degree = 1;
  let wished = false;
  for (let back = at - 1; back >= from && back >= at - 4; back -= 1) {
    if ((tokens[back + 1]?.gap ?? 0) > 0) break;
    const word = tokens[back]?.text ?? "";
    if (contrasts.has(word)) break;
    if (at - back <= 3 && negators.has(word)) negated = true;
    if (at - back <= 2) degree *= degrees.get(word) ?? 1;
    if (hypotheticals.has(word)) wished = true;
  }
  return { negated, degree, wished };
}

type Totals = { praise: number; blame: number };

/** Adds a sentence's tones; what comes after a "but" counts more than what came before. */
function weigh(totals: Totals, tones: readonly Tone[], tokens: readonly Token[], { from, to, exclaims }: Sentence): void {
  let turn = -1;
  for (let at = to - 1; at > from && turn === -1; at -= 1) if (contrasts.has(tokens[at]?.text ?? "")) turn = at;
  const turns = turn !== -1 && tones.some(({ at }) => at < turn) && tones.some(({ at }) => at > turn);
  const stress = 1 + 0.1 * Math.min(exclaims, 3);
  for (const { value, at } of tones) {
    const weight = stress * (turns ? (at < turn ? 0.6 : 1.25) : 1);
    if (value > 0) totals.praise += value * weight;
    else totals.blame += value * weight;
  }
}
