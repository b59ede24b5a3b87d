import type { Reading } from "#core/model/reading.ts";
import { quoteOf } from "../evidence.ts";
import { languageWords } from "../lexicons/languages.ts";
import type { PhraseMatch } from "../phrases/matcher.ts";
import type { Token, TokenizedText } from "../tokens/tokens.ts";
import { isNameOfOther } from "./others.ts";

const mostWords = 6;
const links = new Set(["and", "of", "y", "de", "del", "the", "la", "los", "ng", "at"]);
const from = new Set(["from", "of", "with", "de", "del", "desde", "sa", "ng", "at", "mula"]);

/** The company a customer works for: told outright, or after the name ("John from Acme"). */
export function readCompany(reader: TokenizedText, matches: readonly PhraseMatch[]): Reading["details"][number] | null {
  for (const match of matches) {
    if (match.label !== "said:company" || isNameOfOther(reader.tokens, match, match.to)) continue;
    const to = capitalsFrom(reader, match.to);
    if (to > match.to) return detail(reader, match, match.to, to, 0.8);
  }
  for (const match of matches) {
    if (!match.label.endsWith(":name") || isNameOfOther(reader.tokens, match, match.to)) continue;
    const at = afterName(reader, match.to);
    const to = at === null ? 0 : capitalsFrom(reader, at);
    if (at !== null && to > at) return detail(reader, match, at, to, 0.65);
  }
  return null;
}

function detail(
  reader: TokenizedText,
  { from: lead }: PhraseMatch,
  start: number,
  to: number,
  confidence: number,
): Reading["details"][number] | null {
  const value = reader.text.slice(reader.tokens[start]?.start, reader.tokens[to - 1]?.end).replace(/\s+/g, " ");
  return value.length > 100 ? null : { field: "company", value, quote: quoteOf(reader, lead, to), confidence };
}

/** Where a company would begin: behind a capitalized name and "from". */
function afterName({ text, tokens }: TokenizedText, start: number): number | null {
  let at = start;
  while (at < start + 4 && isCapital(text, tokens[at]) && tokens[at]?.gap !== 2) at += 1;
  return at > start && from.has(tokens[at]?.text ?? "") ? at + 1 : null;
}

function capitalsFrom({ text, tokens }: TokenizedText, start: number): number {
  let at = start;
  while (at < start + mostWords) {
    const token = tokens[at];
    if (!token || (at > start && token.gap > 0) || (token.kind !== "word" && token.kind !== "number")) break;
    const goesOn = links.has(token.text) && isCapital(text, tokens[at + 1]) && (tokens[at + 1]?.gap ?? 1) === 0;
    if (!isCapital(text, token) && !(at > start && (goesOn || token.kind === "number"))) break;
    if (at === start && languageWords.has(token.text) && !isCapital(text, tokens[at + 1])) break;
    at += 1;
  }
  return at;
}

function isCapital(text: string, token: Token | undefined): boolean {
  const first = token ? text.charAt(token.start) : "";
  return first !== first.toLowerCase();
}
