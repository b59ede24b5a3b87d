import { foldText } from "#core/rules/text/text.ts";

/** True for a courtesy question at the end, such as "Is there anything else?". No answer to it is expected. */
const closers = [
  /\banything else\b(?!.*\binstead\b)/,
  /\b(any|some)thing (else )?(i|we) can (do|help)\b/,
  /\banything more(?=\W*$| you need\b| (i|we) can\b)/,
  /\b(else|further) (can|may|could) (i|we)\b/,
  /\b(any|some) (more|other|further|additional) (help|assistance|questions|concerns)\b/,
  /\b(help|assist)( you)? ((with|in) (any|some)thing (else|more)|further)\b/,
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

/**
 * True for a question that sends the customer elsewhere, such as "Could you e-mail our billing team?", since no answer comes
 * here. Not for "shall I call the hotel?".
 */
const handoffs = [
  /\b(you|u|please|pls|mind|try|tried|trying)\b((?!\b(me|us|we|i)\b)[^?])*\b(dm|e-?mail(ing)?|call(ing)?|contact(ing)?|reach(ing)? out to|get(ting)? in touch with|writ(e|ing) to|visit(ing)?) (us|them|our|the|support|customer)\b/,
  /\b(you|please|pls|mind)\b[^?]*\b(create|creating|open|opening|submit|submitting|raise|file|fill (in|out|up)) (a|an|the|this|our|that) (\w+ )?(ticket|request|case|form)\b/,
  /\b(escrib(ir|a|e)nos|llam(ar|a|e)nos|contact(ar|a|e)nos) (a|al|por|en|desde)\b/,
  /\b(puede|podria|puedes|podrias|intento|intentaste)\b[^?]*\b(contactar|llamar|escribir) (a|al|con)\b/,
  /\b(tawagan|kontakin|i-?email|puntahan|bisitahin|i-?message) (po )?(nyo|niyo|ninyo|mo)( po)? (ang|yung|sa|si)\b/,
];

export function isHandoff(quote: string): boolean {
  const folded = foldText(quote);
  return handoffs.some((handoff) => handoff.test(folded));
}
