import { classes } from "#core/rules/analysis/lexicons/classes.ts";
import { compile, findMatches, type Matcher } from "#core/rules/analysis/phrases/matcher.ts";
import { isKnownWord } from "#core/rules/analysis/phrases/rulebook.ts";
import { type Token, tokenize } from "#core/rules/analysis/tokens/tokens.ts";
import { closingRules, smallWords } from "./lexicons/closing.ts";
import { ourRules } from "./lexicons/ours.ts";

const customers = compile([closingRules], classes);
const ours = compile([ourRules], classes);

/** Beyond this many characters a message is more than courtesies. */
const longestRead = 1000;

/** What the words of a message are, by the labels of a lexicon. */
export type ReadWords = {
  labels: ReadonlySet<string>;
  /** Words and numbers that no label covers and that are not small. */
  rest: readonly Token[];
  /** How many words and numbers there are; emoji and marks apart. */
  count: number;
};

/** What a customer's words are, by closingRules. */
export const readClosing = (text: string): ReadWords => readWords(customers, text);

/** What our words are, by ourRules. */
export const readOurs = (text: string): ReadWords => readWords(ours, text);

function readWords(matcher: Matcher, text: string): ReadWords {
  const { tokens } = tokenize(text.slice(0, longestRead), isKnownWord);
  const found = findMatches(matcher, tokens);
  // "Good" is no praise in "good evening".
  const matches = found.filter(({ from, to }) => !found.some((other) => other.from <= from && other.to >= to && other.to - other.from > to - from));
  const covered = new Set<number>();
  for (const { from, to } of matches) for (let at = from; at < to; at += 1) covered.add(at);
  const said = tokens.filter(({ kind }) => kind !== "emoji");
  const rest = tokens.filter((token, at) => token.kind !== "emoji" && !covered.has(at) && !smallWords.has(token.text));
  return { labels: new Set(matches.map(({ label }) => label)), rest, count: said.length };
}
