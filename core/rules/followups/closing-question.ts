import { foldText } from "#core/rules/text.ts";

/** "Is there anything else?": asked out of courtesy when all is done. Nobody owes an answer to it. */
const closers = [
  /\banything else\b(?!.*\binstead\b)/,
  /\b(any|some)thing (else )?(i|we) can (do|help)\b/,
  /\banything more(?=\W*$| you need\b| (i|we) can\b)/,
  /\b(else|further) (can|may|could) (i|we)\b/,
  /\bhow (was|is) your (day|experience)\b/,
  // Not “how are you paying?”.
  /\bhow are you\b(?! (?!doing\b)\w+ing\b)/,
  /\b(iba|ano) pa\b.*\b(tulong|maitulong|maitutulong|kailangan)\b/,
  /^\W*(may )?(iba|ano) pa( po)?( ba)?\W*$/,
  /\bkumusta (po )?(kayo|ka)\b/,
  // Not “algo más económico”, nor “alguna otra fecha”.
  /\balgo mas(?=\W*$| en (lo )?que\b| que (pueda|podamos)\b)/,
  /\b(alguna )?otra cosa(?=\W*$| en (lo )?que\b)/,
  /\bcomo (esta|estas|estan)( usted(es)?)?\W*$/,
];

export function isClosingQuestion(quote: string): boolean {
  const folded = foldText(quote);
  return closers.some((closer) => closer.test(folded));
}
