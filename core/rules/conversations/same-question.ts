import { foldText, namedWords } from "#core/rules/text/text.ts";
import { smallWords } from "./lexicons/closing.ts";
import { readClosing } from "./words.ts";

/** Words that ask rather than name what is asked about. */
const askers = new Set(
  (
    "how what when where which who whom whose why can could do does did is are was were will would may might shall should have has had please pls tell know want need like get give any some there " +
    "much many long far often time something anything about with from or if as an be been being its it's im i'm id i'd whats what's u ur r plz hello hi hey good morning afternoon evening " +
    "ano anong anu magkano kailan kelan saan san sino paano pano bakit ilan ilang alin ba bang may meron mayroon pwede puwede pede ung yung mga gusto kong naman kung hm hmp how " +
    "que cual cuales cuanto cuanta cuantos cuantas cuando donde quien como hay tiene tienen tienes puedo puede pueden puedes quiero quisiera necesito saber si para del al hola buenas buenos dias tardes noches"
  ).split(" "),
);

/** The share of the shorter question's content words that the other must have, too. */
const alike = 0.6;

/** The words by which a question is compared: folded, without small and asking words, plural and verb endings cut. */
export function contentWords(text: string): ReadonlySet<string> {
  const words = namedWords(foldText(text)).filter((word) => !smallWords.has(word) && !askers.has(word));
  return new Set(words.map(stem));
}

/** True when two messages of a customer ask the same thing in the same or in other words; nothing is asked by greetings alone. */
export function isSameQuestion(a: string, b: string): boolean {
  const [first, second] = [contentWords(a), contentWords(b)];
  const [small, large] = first.size <= second.size ? [first, second] : [second, first];
  if (small.size === 0) return foldText(a) === foldText(b) && namedWords(foldText(a)).length > 1;
  const shared = [...small].filter((word) => large.has(word)).length;
  // One shared word of a longer question is its topic, not its sense: "price of the cake", "flavour of the cake".
  return shared / small.size >= alike && shared / large.size >= (small.size === 1 ? 0.5 : 0.4);
}

/** True for a message that asks for the answer to what was asked before: "??", "hello?", "any update". */
export function asksAgain(text: string): boolean {
  if (/[?？؟]/u.test(text) && !/[\p{L}\p{N}]/u.test(text)) return true;
  const { labels, rest } = readClosing(text);
  return labels.has("calls") && rest.length === 0 && !labels.has("thanks");
}

/** "prices" and "price", "shipping" and "ship" are the same word. */
function stem(word: string): string {
  if (word.length <= 4 || /\d/.test(word)) return word;
  return word.replace(/(?:ing|ed|es|s|e|os|as|ng)$/u, "").replace(/(.)\1$/u, "$1");
}
