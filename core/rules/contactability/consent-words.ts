import type { ConsentDecision } from "#core/model/consent.ts";
import type { Reading } from "#core/model/reading.ts";
import { optInKeywords, optOutKeywords } from "#core/rules/analysis/lexicons/keywords.ts";
import { isKnownWord } from "#core/rules/analysis/rulebook.ts";
import { type Token, tokenize } from "#core/rules/analysis/tokens.ts";

/** `near_miss`: seems to ask not to be written to any more; `quote` are the words that say so. */
export type ConsentFound = { kind: ConsentDecision | "near_miss"; quote: string };

/** No keyword has more characters, even with emoji and marks around it. */
const longest = 80;
const mostWords = 3;

/**
 * What a customer's message says about being written to: a keyword only where it is the whole message (product.md §9), else a near
 * miss where the reading has the intent. "Stop, see you at 5" says nothing.
 */
export function consentIn(text: string, reading: Pick<Reading, "intents">): ConsentFound | null {
  const written = text.trim();
  const keyword = written.length > longest ? null : keywordOf(tokenize(written, isKnownWord).tokens);
  if (keyword) return { kind: keyword, quote: written };
  const nearly = reading.intents.find(({ intent }) => intent === "opt_out");
  return nearly ? { kind: "near_miss", quote: nearly.quote } : null;
}

/** The keyword that a message is and has nothing beside, marks and emoji apart; null when it is none. */
export function keywordOf(tokens: readonly Token[]): ConsentDecision | null {
  const words = tokens.filter(({ kind }) => kind !== "emoji").map(({ text }) => text);
  if (words.length === 0 || words.length > mostWords) return null;
  const whole = words.join(" ");
  if (optOutKeywords.has(whole)) return "opt_out";
  return optInKeywords.has(whole) ? "opt_in" : null;
}
