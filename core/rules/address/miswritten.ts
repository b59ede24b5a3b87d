import { foldText } from "../text/text.ts";

/**
 * Numbers as people write them against the rules of their country. `digits` are all digits with the country's code first; what
 * comes out may be what was meant, and counts only when it is a valid number.
 */
type Respelling = (digits: string) => string[];

/** Argentina: the 15 of a mobile goes between area and number, and only where the country's 9 is not written. */
function argentina(digits: string): string[] {
  const national = /^549?0?(\d{12})$/.exec(digits)?.[1];
  if (national === undefined) return [];
  // Areas have two to four digits, and with the number there are ten.
  return [2, 3, 4].flatMap((area) => (national.slice(area, area + 2) === "15" ? [`549${national.slice(0, area)}${national.slice(area + 2)}`] : []));
}

/** Italy: fixed lines keep their zero also behind the country's code, and mobiles have none. */
const italy: Respelling = (digits) => (/^39[1-9]/.test(digits) ? [`390${digits.slice(2)}`] : []);

const respellings: readonly Respelling[] = [argentina, italy];

const foreignDigits = /[\uff08\uff09\uff0b\uff0d\uff0e]|[^\P{Nd}0-9]/gu;

/** A text with the digits of every script, and full-width marks between them, in ASCII; each character stays in its place. */
export function inPlainDigits(text: string): string {
  return text.replace(foreignDigits, (character) => (character.length === 1 ? foldText(character) : character));
}

/** What a number that is none may have meant. `code`: the country's calling code, with which `digits` begin, where it is known. */
export function respelled(digits: string, code: string | null): string[] {
  // The zero that is dialled before the area, also in countries that have none.
  const national = code !== null && digits.startsWith(`${code}0`) ? [code + digits.slice(code.length).replace(/^0+/, "")] : [];
  return [...respellings.flatMap((respell) => respell(digits)), ...national];
}

/**
 * A number with a plain beginning: one plus, also where 00 stands behind it; Russia's 7 where the 8 that is dialled within the
 * country has a plus; and no letters for the code of a carrier ("0xx11").
 */
export function plainBeginning(written: string): string {
  return written
    .replace(/^[\s(]*\+[\s(+]*(?:0\s?0(?=[\s\d]))?\s*/, "+")
    .replace(/^\+8(?=[\s(-]{0,2}9)/, "+7")
    .replace(/(^|[\s(])0xx(?=[\s\d)])/i, "$10");
}

/** The fewest digits of a country's code with a number. */
const fewestDigits = 8;

/** Of a number without a country: a plus for what was dialled in its place, 00, or 011 in North America, or 0011 in Australia. */
export function withPlus(written: string): string {
  // No number of North America goes on with a 1 behind its code, so that 0011 is Australia's.
  const dialled = /^(?:0011|011|0\s?0)(?=[\s\d(])/.exec(written)?.[0];
  if (dialled === undefined) return written;
  const rest = written.slice(dialled.length);
  return rest.replace(/\D/g, "").length < fewestDigits ? written : `+${rest}`;
}
