import type { Amount } from "#core/model/agreed.ts";

const number = String.raw`(?<![\d.,:/#+\-–]|\d )(\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?)(\s?(?:k|mil|thousand|libo)\b)?(?![\d%]|[.,:/\-–]\d|\s?(?:[ap]\.?m\b|st\b|nd\b|rd\b|th\b|hrs?\b))`;
const signs = String.raw`(us\$|rd\$|mx\$|r\$|s/\.?|\$|€|£|¥|₱|₹|₩|₫|฿|₦|\b(?:php|usd|mxn|ars|cop|clp|pen|eur|gbp|aud|cad)\b|\bphp(?=\d)|\bp(?=\d{3}|\d,\d{3}))\s?`;
const names = String.raw`\s?(pesos?|piso|php|usd|mxn|ars|cop|clp|pen|eur|gbp|aud|cad|dollars?|bucks|dolares|euros?|€|soles|pounds|quid)(?![a-z])`;
/** Words that stand before a price that is told without its currency. */
const leads = String.raw`\b(?:totals?|comes to|price|precio|costs?|cuesta|cuestan|vale|sale|salen|son|queda|quedan|seria|serian|presyo|halaga|bayad|amount|monto|importe|charge|it is|it's|its|would be|will be)\s?(?:is|of|es|de|en|a|na|po|ay|por|:|=|just|only|nga|lang|,)?\s?(?:po )?`;
const ends = String.raw`(?=\s*(?:$|[.,!?;)\n]|(?:po|na|lang|only|total|in total|en total|all in|por todo|lahat|flat|the|for|sa|and|y|pesos)\b))`;

const written: readonly RegExp[] = [
  new RegExp(signs + number, "g"),
  new RegExp(`()${number}${names}`, "g"),
  new RegExp(`${leads}()${number}${ends}`, "g"),
  new RegExp(String.raw`()${number}\s?(?=(?:po|lang|only|all in|in total|en total|total|lahat)\b)`, "g"),
  /()(?<!\d)(\d{1,3}(?:[.,]\d{1,2})?)(\s?(?:k|mil)\b)(?=\s*(?:$|[.,!?;\n]|po\b))/g,
];

const apart = `(?:deposit|down ?payment|dp|anticipo|sena|adelanto|abono|enganche|paunang bayad|reservation fee|partial|balance|saldo|resto|remaining|tip|propina|discount|descuento|off|sukli|change|delivery fee|shipping|envio|refund)`;
const apartBefore = new RegExp(String.raw`\b${apart}\s*(?:fee)?\s*(?:of|de|is|es|na|ay|po|will be|was|with|:|\(|-|=|\s)*$`);
const apartAfter = new RegExp(
  String.raw`^\s*(?:po)?\s*(?:na|de|as|as a|for the|for|non-refundable|nonrefundable|como|is the|ang|para la|para el)?\s*${apart}\b`,
);
const totalBefore = /\b(?:total|todo|lahat|comes to)\s*(?:is|of|es|de|na|po|ay|cost|price|amount|son|:|=|,|\s)*$/;
const totalAfter = /^\s*(?:po)?\s*(?:in |en |all |na |for )?(?:total|all in|todo|lahat|everything)\b/;
const unitAfter =
  /^\s*(?:po)?\s*(?:each|c\/u|cada|per|\/|por (?:persona|noche|hora|cabeza|unidad|pieza)|an? (?:head|piece|night|person|pop|hour|month)|isa|kada|bawat|la unidad|pp)(?![a-z])/;

const largestBare = 9_999_999;

type PriceFound = { from: number; to: number; amount: Amount; isTotal: boolean };

/**
 * The price that the words name, in folded text; null: none, or several of which none is the total. Deposits, balances, discounts and prices
 * a piece are not the price of the thing. `region` (ISO 3166) says whose pesos and dollars are meant.
 */
export function priceIn(folded: string, region: string | null, language: string | null): Amount | null {
  if (!/\d/.test(folded)) return null;
  const found: PriceFound[] = [];
  for (const pattern of written) {
    for (const match of folded.matchAll(pattern)) {
      const price = priceOf(match, folded, pattern === written[3] || pattern === written[4], region, language);
      if (price && !found.some(({ from, to }) => price.from < to && from < price.to)) found.push(price);
    }
  }
  const totals = found.filter(({ isTotal }) => isTotal);
  const [first, ...others] = totals.length > 0 ? totals : found;
  const isOne = first && others.every(({ amount }) => amount.thousandths === first.amount.thousandths);
  return isOne ? first.amount : null;
}

function priceOf(match: RegExpMatchArray, text: string, isBare: boolean, region: string | null, language: string | null): PriceFound | null {
  const [whole, sign = "", digits = "", thousand, name = ""] = match;
  const units = unitsOf(digits) * (thousand ? 1000 : 1);
  const [from, to] = [match.index ?? 0, (match.index ?? 0) + whole.length];
  if (!(units > 0) || units > 1e9) return null;
  const isMarked = sign !== "" || name !== "";
  if (!isMarked && (units > largestBare || /^20[2-3]\d$/.test(digits) || digits.startsWith("0"))) return null;
  // "2 po" counts people; a price without any mark has three digits.
  if (isBare && units < 100) return null;
  const before = text.slice(Math.max(0, from - 40), from + whole.indexOf(digits) - sign.length);
  const after = text.slice(to, to + 40);
  if (apartBefore.test(before.trimEnd()) || apartAfter.test(after) || unitAfter.test(after)) return null;
  const currency = currencyOf(sign || name, region, language);
  return { from, to, amount: { thousandths: Math.round(units * 1000), currency }, isTotal: totalBefore.test(before) || totalAfter.test(after) };
}

/** A last mark with three digits after it groups thousands; with one or two it begins the decimals. */
function unitsOf(digits: string): number {
  const decimals = /[.,](\d{1,2})$/.exec(digits)?.[1] ?? "";
  const whole = decimals === "" ? digits : digits.slice(0, -decimals.length - 1);
  return Number(`${whole.replace(/[.,]/g, "")}.${decimals || "0"}`);
}

const codes: Readonly<Record<string, string>> = {
  us$: "USD",
  rd$: "DOP",
  mx$: "MXN",
  r$: "BRL",
  "€": "EUR",
  "£": "GBP",
  "¥": "JPY",
  "₱": "PHP",
  "₹": "INR",
  "₩": "KRW",
  "₫": "VND",
  "฿": "THB",
  "₦": "NGN",
  p: "PHP",
  piso: "PHP",
  "s/": "PEN",
  "s/.": "PEN",
  soles: "PEN",
  euro: "EUR",
  euros: "EUR",
  pounds: "GBP",
  quid: "GBP",
};
const pesos: Readonly<Record<string, string>> = {
  PH: "PHP",
  MX: "MXN",
  AR: "ARS",
  CO: "COP",
  CL: "CLP",
  UY: "UYU",
  DO: "DOP",
  CU: "CUP",
};
const dollars: Readonly<Record<string, string>> = { CA: "CAD", AU: "AUD", NZ: "NZD", SG: "SGD", HK: "HKD" };

/** The sign "$" is that of the country's own pesos or dollars, elsewhere of American dollars; "pesos" without a country are no currency yet. */
function currencyOf(mark: string, region: string | null, language: string | null): string | null {
  if (mark === "") return null;
  const known = Object.hasOwn(codes, mark) ? codes[mark] : undefined;
  if (known) return known;
  const place = region ?? "";
  if (/^pesos?$/.test(mark)) return pesos[place] ?? (language === "tl" ? "PHP" : null);
  if (mark === "$") return place === "PH" ? "USD" : (pesos[place] ?? dollars[place] ?? "USD");
  if (/^(?:dollars?|bucks|dolares)$/.test(mark)) return dollars[place] ?? "USD";
  return /^[a-z]{3}$/.test(mark) ? mark.toUpperCase() : null;
}
