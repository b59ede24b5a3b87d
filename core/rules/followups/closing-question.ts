import { foldText } from "#core/rules/text.ts";

/** "Is there anything else?": asked out of courtesy when all is done. Nobody owes an answer to it. */
const closers = [
  /\b(any|some)thing else\b/,
  /\banything (more|i can (do|help))\b/,
  /\b(else|further) (can|may|could) (i|we)\b/,
  /\bhow (was|is) your (day|experience)\b/,
  /\bhow are you\b/,
  /\b(iba|ano) pa( po)?( ba)?\b.*\b(tulong|maitulong|kailangan|gusto)?/,
  /\balg[ou](na)? (mas|otra cosa|otra)\b/,
];

export function isClosingQuestion(quote: string): boolean {
  const folded = foldText(quote);
  return closers.some((closer) => closer.test(folded));
}
