import type { AnalysisInput, Reading } from "#core/model/reading.ts";
import { dueAt } from "./due.ts";
import { cut } from "./evidence.ts";
import { isTimeNamed, readMoment } from "./moment.ts";
import type { PhraseMatch } from "./phrases/matcher.ts";
import type { Sentence, Token, TokenizedText } from "./tokens/tokens.ts";

/**
 * Promises to come back, one a sentence; the quote is the sentence. What waits for the customer ("send us the number and
 * we'll look into it") binds nobody yet, a hope without a time is none, nor are the words that confirm an order.
 */
export function readPromises(
  input: AnalysisInput,
  reader: TokenizedText,
  matches: readonly PhraseMatch[],
  confirmed: PhraseMatch | undefined,
): Reading["promises"] {
  const found: Reading["promises"] = [];
  let hasAsked = false;
  for (const sentence of reader.sentences) {
    const inIt = matches.filter(({ from }) => from >= sentence.from && from < sentence.to);
    const says = (what: string) => inIt.some(({ label }) => label === what);
    const promise = inIt.find((match) => match.label === "promise" && !overlap(match, confirmed));
    const tokens = reader.tokens.slice(sentence.from, sentence.to);
    const isOpen = (hasAsked || says("hope")) && !isTimeNamed(readMoment(tokens));
    if (promise && !says("not:promise") && !sentence.asks && !isOpen && !followsRequest(reader.tokens, sentence, promise)) {
      found.push({ quote: cut(reader.text, sentence.start, sentence.end), dueAt: dueAt(tokens, input.sentAt, input.timeZone) });
    }
    hasAsked ||= (sentence.asks && !isGreeting(tokens)) || says("request");
  }
  return found;
}

const overlap = (one: PhraseMatch, other: PhraseMatch | undefined) => other !== undefined && one.from < other.to && other.from < one.to;

const isGreeting = (tokens: readonly Token[]) => tokens.some(({ text }) => greetings.has(text)) || /\bhow are you$/.test(join(tokens));
const join = (tokens: readonly Token[]) => tokens.map(({ text }) => text).join(" ");

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const greetings = words("kumusta kamusta musta");
/** What leads from a request to what will be done then. */
const links = words("and so then y entonces tapos at para");
/** What a customer is told to do, at the start of a clause or after these. */
const leads = words("please kindly pls can could may just you por favor po");
const requests = words(
  "send share provide dm message email tell reply fill submit create open drop write contact reach call confirm post show attach choose pick " +
    "envienos envieme enviame enviarnos mandenos mandeme mandame escribanos escribeme compartanos comparteme digame dime confirmeme confirmame " +
    "pasend pakisend padala pakibigay pakisabi pakiconfirm paki",
);

function followsRequest(tokens: readonly Token[], { from }: Sentence, promise: PhraseMatch): boolean {
  if (!links.has(tokens[promise.from - 1]?.text ?? "")) return false;
  return tokens.slice(from, promise.from).some(({ text, gap }, index) => {
    const before = tokens[from + index - 1]?.text ?? "";
    const opens = index === 0 || gap > 0 || leads.has(before);
    return opens && (requests.has(text) || (text === "let" && tokens[from + index + 2]?.text === "know"));
  });
}
