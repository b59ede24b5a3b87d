import type { Reading } from "#core/model/reading.ts";
import { foldText } from "#core/rules/text.ts";

/** Words that say nothing of their own beside a promise: greetings, thanks, courtesy, in the languages the analyst reads. */
const courtesy = new Set(
  (
    "hi hello hey dear good morning afternoon evening day thanks thank you so much very for your patience message sir maam mam miss ms mr sure ok okay noted " +
    "yes of course no problem please sorry and then first just a moment " +
    "hola buenas buenos dias tardes noches gracias muchas claro si por favor disculpe perdon vale un momento " +
    "kumusta magandang umaga hapon gabi araw salamat po opo sige oo ok lang pasensya na maraming hello"
  ).split(" "),
);

/** Words left over that may still be a name. */
const mostNames = 1;

/**
 * True for a message of ours that brings the customer nothing yet: it only promises to come back, or only greets. Such a
 * message does not keep an earlier promise (product.md §8).
 */
export function isOnlyPromise(text: string, reading: Pick<Reading, "promises" | "conversion" | "offer" | "fulfilment">): boolean {
  if (reading.conversion || reading.offer || reading.fulfilment) return false;
  const rest = reading.promises.reduce((left, { quote }) => left.replace(quote, " "), text);
  const all = foldText(rest)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const words = all.filter((word) => !courtesy.has(word));
  // A word alone is nobody's name: “Available”.
  const isAnswer = words.length === all.length && words.length > 0 && reading.promises.length === 0;
  return !isAnswer && words.length <= mostNames && !words.some((word) => /\p{N}/u.test(word));
}
