import { foldText, namedWords } from "#core/rules/text/text.ts";
import { smallWords } from "./lexicons/closing.ts";
import { readClosing } from "./words.ts";

/** Words that ask rather than name what is asked about. */
const askers = new Set(
  (
    "how what which who whom whose why can could do does did is are was were will would may might shall should has have had please pls tell know want need like get give any some there " +
    "many long far often something anything about with from or if as an be been being its im i'm id i'd whats what's u ur r plz hello hi hey good morning afternoon evening many guys really " +
    "ano anong anu sino paano pano bakit ilan ilang alin ba bang may meron mayroon pwede puwede pede ung yung mga gusto kong kung " +
    "que cual cuales quien como hay tiene tienen tienes puedo puede pueden puedes quiero quisiera necesito saber si para del al hola buenas buenos dias tardes noches"
  ).split(" "),
);

/** Words that ask for the same thing in other words, by what they ask for. */
const senses: Readonly<Record<string, string>> = {
  price:
    "much price prices pricing cost costs rate rates fee fees charge hm magkano mgkano presyo pila tagpila cuanto cuanta cuesta cuestan precio precios vale valen sale",
  when: "when time hour hours open opening kailan kelan oras bukas cuando hora horas horario horarios abren",
  where: "where place address location located saan san asan nasaan asa donde direccion ubicacion queda quedan",
};
const senseOf = new Map(Object.entries(senses).flatMap(([sense, words]) => words.split(" ").map((word) => [word, sense] as const)));

/** Who asks for more or for something else does not ask again. */
const further = new Set("other another others else different more otro otra otros otras mas iba ibang pa also too instead".split(" "));

/** The share of all their content words that two questions must have in common: while the first waits, and by default. */
const alikeWaiting = 0.5;
const alike = 0.66;

/** The words by which a question is compared: folded, without small and asking words, endings cut, words of one sense made one. */
export function contentWords(text: string): ReadonlySet<string> {
  const words = namedWords(foldText(text)).filter((word) => senseOf.has(word) || (!smallWords.has(word) && !askers.has(word)));
  return new Set(words.map((word) => senseOf.get(word) ?? stem(word)));
}

/**
 * True when two messages of a customer ask the same thing in the same or in other words. While the first is not answered
 * (`isWaiting`), less needs to be said again. Greetings ask nothing, and "any other?" asks for more.
 */
export function isSameQuestion(a: string, b: string, isWaiting = false): boolean {
  const [first, second] = [contentWords(a), contentWords(b)];
  if (first.size === 0 || second.size === 0 || namedWords(foldText(b)).some((word) => further.has(word))) return false;
  const shared = [...first].filter((word) => second.has(word)).length;
  // One word in common is a topic, unless nothing else is said.
  if (first.size === 1 && second.size === 1) return shared === 1 && (isWaiting || foldText(a) === foldText(b));
  if (shared < 2) return false;
  return shared / (first.size + second.size - shared) >= (isWaiting ? alikeWaiting : alike);
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
