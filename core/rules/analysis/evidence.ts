import type { TokenizedText } from "./tokens/tokens.ts";

const longestQuote = 200;

/** The text's own words from one token to another, cut to the length of a quote. */
export function quoteOf({ text, tokens }: TokenizedText, from: number, to: number): string {
  const start = tokens[from]?.start ?? 0;
  return cut(text, start, tokens[to - 1]?.end ?? start);
}

/** text[start, end), cut where no surrogate pair is split. */
export function cut(text: string, start: number, end: number): string {
  if (end - start <= longestQuote) return text.slice(start, end);
  const last = text.charCodeAt(start + longestQuote - 1);
  return text.slice(start, start + longestQuote - (last >= 0xd800 && last <= 0xdbff ? 1 : 0));
}
