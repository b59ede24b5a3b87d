import type { AnalysisInput, Reading } from "#core/model/reading.ts";
import { inPlainDigits } from "#core/rules/address/miswritten.ts";
import { toE164 } from "#core/rules/address/phone.ts";
import { cut } from "../evidence.ts";
import type { Token, TokenizedText } from "../tokens/tokens.ts";
import { isSomebodyElses } from "./others.ts";

/** Longest run looked at, and most runs of one message: validation is the dearest step of a reading. */
const longest = 30;
const most = 3;
const fewestDigits = 7;
/** Also of the longest miswritten number, with a zero and a prefix that do not belong to it. */
const mostDigits = 17;

const joins = " ()-.\u00a0\u2010\u2011\u2012\u2013/";
const otherNumbers = new Set(
  "order orden pedido ref reference referencia invoice factura tracking guia account cuenta booking reserva reservation code codigo id card tarjeta policy poliza ssn passport pasaporte zip pin amount total price precio confirmation ticket flight vuelo php usd eur gcash bank".split(
    " ",
  ),
);
/** Words that go with phones and with other numbers alike. */
const numberWords = new Set(["number", "numero", "num"]);
const phoneWords = new Set(
  "phone mobile cell cellphone telephone tel whatsapp viber call text contact telefono celular movil cel llamar numero number num selpon".split(" "),
);

/** Valid phone numbers in E.164, each once. Local ones are read in the region of the input. */
export function readPhones({ region }: AnalysisInput, { text: written, tokens }: TokenizedText): Reading["details"] {
  const text = inPlainDigits(written);
  const found = new Map<string, Reading["details"][number]>();
  let runs = 0;
  for (let at = 0; at < tokens.length && runs < most; at += 1) {
    const token = tokens[at];
    if (token?.kind !== "number") continue;
    const first = at;
    const run = runFrom(text, token.start);
    while ((tokens[at + 1]?.start ?? run.end) < run.end) at += 1;
    if (run.digits < fewestDigits || run.digits > mostDigits) continue;
    runs += 1;
    const said = wordsBefore(tokens, token);
    const isInternational = text.charAt(run.start) === "+";
    if (!isInternational && said.some((word) => otherNumbers.has(word)) && !said.some((word) => phoneWords.has(word) && !numberWords.has(word)))
      continue;
    const value = toE164(text.slice(run.start, run.end), region);
    if (value === null || found.has(value) || isSomebodyElses(tokens, first, at + 1)) continue;
    const confidence = isInternational ? 0.95 : said.some((word) => phoneWords.has(word)) ? 0.9 : 0.7;
    found.set(value, { field: "phone", value, quote: cut(written, run.start, run.end), confidence });
  }
  return [...found.values()];
}

/** Digits with single joining marks between them, from an opening "+" or bracket. */
function runFrom(text: string, first: number): { start: number; end: number; digits: number } {
  let start = first;
  while (start > 0 && first - start < 2 && "+(".includes(text.charAt(start - 1))) start -= 1;
  let end = first;
  let digits = 0;
  for (let at = first; at < text.length && at < first + longest; at += 1) {
    const character = text.charAt(at);
    if (character >= "0" && character <= "9") {
      digits += 1;
      end = at + 1;
    } else if (!joins.includes(character) || at - end >= 3) break;
  }
  return { start, end, digits };
}

function wordsBefore(tokens: readonly Token[], token: Token): string[] {
  const at = tokens.indexOf(token);
  return tokens.slice(Math.max(0, at - 4), at).map(({ text }) => text);
}
