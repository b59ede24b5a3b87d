import type { Reading } from "#core/model/reading.ts";
import { quoteOf } from "../evidence.ts";
import { nameParticles, notNames, titles, wordNames } from "../lexicons/details.ts";
import { languageWords } from "../lexicons/languages.ts";
import type { PhraseMatch } from "../phrases/matcher.ts";
import type { Token, TokenizedText } from "../tokens/tokens.ts";
import { toneWords } from "../tones.ts";
import { isNameOfOther } from "./others.ts";

const mostWords = 5;
/** Names in lower case are trusted this far only. */
const mostPlainWords = 2;

type NameSpan = { from: number; to: number; plain: boolean };

/** The name a customer goes by, in their own spelling; null when no words lead to one. */
export function readName(reader: TokenizedText, matches: readonly PhraseMatch[]): Reading["details"][number] | null {
  const leads = matches.filter(({ label }) => label.endsWith(":name")).sort((a, b) => b.to - a.to);
  let best: { span: NameSpan; match: PhraseMatch; confidence: number } | null = null;
  for (const match of leads) {
    const isSaid = match.label === "said:name";
    const span = spanFrom(reader, match.to, isSaid);
    if (span?.plain && isBareWord(reader.tokens, match)) continue;
    if (!span || (!isSaid && isShouted(reader.tokens, match)) || isNameOfOther(reader.tokens, match, span.to)) continue;
    const confidence = (isSaid ? 0.9 : 0.75) - (span.plain ? 0.2 : 0);
    if (!best || confidence > best.confidence) best = { span, match, confidence };
  }
  if (!best) return null;
  const { span, match, confidence } = best;
  const value = spelt(reader.text.slice(reader.tokens[span.from]?.start, reader.tokens[span.to - 1]?.end));
  return value.length > 100 ? null : { field: "name", value, quote: quoteOf(reader, match.from, span.to), confidence };
}

/** The words of a name from a place on; capitals and particles, or in plain lower case a word or two that mean nothing else. */
function spanFrom({ text, tokens }: TokenizedText, start: number, isSaid: boolean): NameSpan | null {
  let from = start;
  while (titles.has(tokens[from]?.text ?? "") && follows(tokens, from, start)) from += 1;
  let to = from;
  let plain = false;
  while (to < from + mostWords) {
    const token = tokens[to];
    if (token?.kind !== "word" || !follows(tokens, to, start)) break;
    const capital = isCapital(text, token);
    const isParticle = nameParticles.has(token.text) && to > from;
    if (!capital && !isParticle && (!isSaid || to - from >= mostPlainWords || (to > from && !plain))) break;
    if (!fits(token, capital, isSaid, to === from) && !isParticle) break;
    plain ||= !capital && !isParticle;
    to += 1;
  }
  while (to > from && nameParticles.has(tokens[to - 1]?.text ?? "") && !isCapital(text, tokens[to - 1])) to -= 1;
  const last = tokens[to - 1];
  if (to === from || !last || /['’]s$/i.test(text.slice(last.start, last.end))) return null;
  return { from, to, plain };
}

function fits({ text }: Token, capital: boolean, isSaid: boolean, isFirst: boolean): boolean {
  if (text.length > 30 || /\d/.test(text)) return false;
  if (wordNames.has(text)) return capital || isSaid;
  if (notNames.has(text)) return false;
  if (capital && !isFirst && text.length === 1) return true;
  const isCommon = languageWords.has(text) || toneWords.has(text);
  if (!capital) return !isCommon && (text.length > 2 || (!isFirst && text.length === 1));
  return isSaid || !isFirst ? !languageWords.has(text) || isSaid : !isCommon;
}

/** A name goes on over a blank, a hyphen, or the full stop of an initial or title; the first word also over a colon. */
function follows(tokens: readonly Token[], at: number, start: number): boolean {
  const gap = tokens[at]?.gap ?? 2;
  if (gap === 0) return true;
  if (at === start) return gap === 1;
  const before = tokens[at - 1]?.text ?? "";
  return gap === 2 && (before.length === 1 || titles.has(before) || before === "ma" || before === "jr" || before === "st");
}

function isCapital(text: string, token: Token | undefined): boolean {
  const first = token ? text.charAt(token.start) : "";
  return first !== first.toLowerCase() || (first !== "" && first.toLowerCase() === first.toUpperCase() && /\p{L}/u.test(first));
}

/** "Name" alone leads to a name in small letters only over a colon: a "name tag" is none. */
function isBareWord(tokens: readonly Token[], { from, to }: PhraseMatch): boolean {
  return to - from === 1 && (tokens[to]?.gap ?? 0) === 0;
}

/** "I AM WAITING": where the lead itself is in capitals, capitals mean nothing. */
function isShouted(tokens: readonly Token[], { from, to }: PhraseMatch): boolean {
  return tokens.slice(from, to).some(({ loud }) => loud);
}

/** As written, in single blanks; all small or all capital letters become a name's. */
function spelt(written: string): string {
  const name = written.replace(/\s+/g, " ").trim();
  if (name !== name.toLowerCase() && (name !== name.toUpperCase() || name.length < 4)) return name;
  return name.toLowerCase().replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, first: string) => before + first.toUpperCase());
}
