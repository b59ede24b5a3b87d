import { readMoment } from "./moment.ts";
import type { PhraseMatch } from "./phrases/matcher.ts";
import type { Sentence, Token, TokenizedText } from "./tokens/tokens.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
/** Words of what is yet to come; "going to", "voy a" and the like are two. */
const coming = words("will shall gonna sera seran estara estaran quedara quedaran");
const goers = new Map([
  ["going", "to"],
  ["voy", "a"],
  ["vamos", "a"],
  ["va", "a"],
  ["van", "a"],
]);
/** Words that make it wait for something. */
const waiters = words("once until till unless later cuando si apenas luego despues kapag pag pagka kung mamaya bukas saka");
/** "As soon as possible" waits for nothing, "as soon as you pay" does. */
const atOnce = /^(possible|(i|we) can)\b/;
/** How far before the words their "will" may stand. */
const reach = 4;

/** True when the words tell what is yet to come: "will be delivered". */
export function isAhead({ tokens }: TokenizedText, { from, to }: PhraseMatch): boolean {
  let start = from;
  while (start > 0 && start > from - reach && (tokens[start]?.gap ?? 0) === 0) start -= 1;
  return tokens.slice(start, to).some(({ text }, at) => coming.has(text) || isGoing(text, tokens[start + at + 1]));
}

function isGoing(text: string, next: Token | undefined): boolean {
  const second = goers.get(text);
  return second !== undefined && next?.text === second;
}

/** True when a sentence puts off what it tells, to another day or until something happens. Minutes and hours do not. */
export function isPutOff({ tokens }: TokenizedText, { from, to }: Sentence): boolean {
  const said = tokens.slice(from, to);
  const { days, weekday, monthDay } = readMoment(said);
  if ((days ?? 0) > 0 || weekday !== null || monthDay !== null) return true;
  return said.some(({ text }, at) => waiters.has(text) || (text === "soon" && said[at + 1]?.text === "as" && !atOnce.test(after(said, at + 2))));
}

const after = (tokens: readonly Token[], at: number) => `${tokens[at]?.text} ${tokens[at + 1]?.text}`;
