import type { Reading } from "#core/model/reading.ts";
import { type BuiltInIntent, builtInIntents } from "#core/model/vocabulary.ts";
import { keywordOf } from "#core/rules/contactability/consent-words.ts";
import { quoteOf } from "./evidence.ts";
import type { PhraseMatch } from "./phrases/matcher.ts";
import type { Token, TokenizedText } from "./tokens/tokens.ts";

const negatable: readonly string[] = [
  "purchase_intent",
  "booking_request",
  "negotiation",
  "human_request",
  "refund_request",
  "thanks",
  "cancellation",
  "complaint",
];
const negators = new Set(["not", "never", "no", "without", "nunca", "tampoco", "jamas", "hindi", "huwag", "wag", "ayaw", "ayoko"]);

/** Labels that say what words do not mean. */
const denial = "not:";

/** The customer's built-in intents, each with the longest words that show it. */
export function readIntents(reader: TokenizedText, matches: readonly PhraseMatch[]): Reading["intents"] {
  const best = new Map<string, PhraseMatch>();
  const denials = Map.groupBy(
    matches.filter(({ label }) => label.startsWith(denial)),
    ({ label }) => label.slice(denial.length),
  );
  for (const match of matches) {
    if (isDenied(denials.get(match.label) ?? [], match) || (negatable.includes(match.label) && isNegated(reader.tokens, match))) continue;
    const held = best.get(match.label);
    if (!held || match.to - match.from > held.to - held.from) best.set(match.label, match);
  }
  const keyword = keywordOf(reader.text);
  if (keyword) best.set(keyword, { label: keyword, from: 0, to: reader.tokens.length });
  return builtInIntents.flatMap((intent: BuiltInIntent) => {
    const match = best.get(intent);
    return match ? [{ intent, quote: quoteOf(reader, match.from, match.to) }] : [];
  });
}

/** Words of cancelling in every language that is read. */
const cancelling = /^(?:i|ipa|mag)?(?:cancel|kansel|anul)/;
/** How many words may stand between a negation and the word it denies. */
const denialReach = 5;

/**
 * Intents whose words are there and say the opposite ("don't cancel it", "no complaints") or mean something else, and that nothing else in the
 * message shows.
 */
export function deniedIntents({ tokens }: TokenizedText, matches: readonly PhraseMatch[], found: Reading["intents"]): string[] {
  const negated = matches.filter((match) => negatable.includes(match.label) && isNegated(tokens, match)).map(({ label }) => label);
  const otherwise = matches.filter(({ label }) => label.startsWith(denial)).map(({ label }) => label.slice(denial.length));
  const isKept = tokens.some(
    ({ text }, at) => cancelling.test(text) && tokens.slice(Math.max(0, at - denialReach), at).some((before) => negators.has(before.text)),
  );
  const denied = [...negated, ...otherwise, ...(isKept ? ["cancellation"] : [])];
  return [...new Set(denied)].filter((label) => !found.some(({ intent }) => intent === label));
}

/** True when other words say that these mean something else: "get their number" buys nothing. */
function isDenied(denials: readonly PhraseMatch[], { from, to }: PhraseMatch): boolean {
  return denials.some((other) => other.from < to && other.to > from);
}

/** True when a negation stands just before the words, in the same clause. */
export function isNegated(tokens: readonly Token[], { from }: PhraseMatch): boolean {
  for (let at = from - 1; at >= 0 && at >= from - 3; at -= 1) {
    if ((tokens[at + 1]?.gap ?? 0) > 0) return false;
    if (negators.has(tokens[at]?.text ?? "")) return true;
  }
  return false;
}
