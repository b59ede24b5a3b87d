/**
 * Countries that have given their numbers another form, which platforms, phone books and people still write. `was` and `is`
 * are all digits of a number with the country's code; `back` gives the old form of a number in the new one.
 */
type Renumbering = { was: RegExp; is: (...parts: string[]) => string; now: RegExp; back: (...parts: string[]) => string };

/** Vietnam, 2018: operators' four digits to three. */
const vietnam: Readonly<Record<string, string>> = {
  ...{ 120: "70", 121: "79", 122: "77", 126: "76", 128: "78", 123: "83", 124: "84", 125: "85", 127: "81", 129: "82" },
  ...{ 162: "32", 163: "33", 164: "34", 165: "35", 166: "36", 167: "37", 168: "38", 169: "39", 186: "56", 188: "58", 199: "59" },
};
const oldVietnam = new Map(Object.entries(vietnam).map(([old, now]) => [now, old]));

const renumberings: readonly Renumbering[] = [
  // Argentina: a 9 before a mobile's area, which WhatsApp has and address books leave out. Both forms are valid.
  { was: /^549(\d{10})$/, is: (number) => `54${number}`, now: /^54([1-8]\d{9})$/, back: (number) => `549${number}` },
  // Mexico, 2019: the 1 before mobiles is gone, as are the prefixes that were dialled before it.
  { was: /^52(?:1|01|04[45]1?)(\d{10})$/, is: (number) => `52${number}`, now: /^52([2-9]\d{9})$/, back: (number) => `521${number}` },
  // Brazil, 2012 to 2016: mobiles have a ninth digit. WhatsApp accounts that are older keep eight.
  {
    was: /^55([1-9]{2})([6-9]\d{7})$/,
    is: (area, number) => `55${area}9${number}`,
    now: /^55([1-9]{2})9([6-9]\d{7})$/,
    back: (area, number) => `55${area}${number}`,
  },
  // Ivory Coast, 2021: two digits of the operator come first.
  {
    was: /^225([04-9])(\d)(\d{6})$/,
    is: (first, second, rest) => `225${ivorianMobile(second)}${first}${second}${rest}`,
    now: /^2250[157]([04-9]\d{7})$/,
    back: (number) => `225${number}`,
  },
  {
    was: /^225([23]\d)(\d)(\d{5})$/,
    is: (area, third, rest) => `225${third === "8" ? "21" : third === "0" ? "25" : "27"}${area}${third}${rest}`,
    now: /^2252[157]([23]\d{7})$/,
    back: (number) => `225${number}`,
  },
  // Benin, 2024: 01 comes first.
  { was: /^229(\d{8})$/, is: (number) => `22901${number}`, now: /^22901(\d{8})$/, back: (number) => `229${number}` },
  // Cameroon, 2014: a 6 before mobiles and a 2 before the others.
  { was: /^237([5-9]\d{7})$/, is: (number) => `2376${number}`, now: /^2376([5-9]\d{7})$/, back: (number) => `237${number}` },
  { was: /^237([23]\d{7})$/, is: (number) => `2372${number}`, now: /^2372([23]\d{7})$/, back: (number) => `237${number}` },
  // Colombia, 2021: 60 before the area of numbers that are no mobiles.
  { was: /^57([124-8]\d{7})$/, is: (number) => `5760${number}`, now: /^5760([124-8]\d{7})$/, back: (number) => `57${number}` },
  {
    was: /^84(1[2689]\d)(\d{7})$/,
    is: (operator, number) => `84${vietnam[operator] ?? operator}${number}`,
    now: /^84([35-8]\d)(\d{7})$/,
    back: (operator, number) => `84${oldVietnam.get(operator) ?? operator}${number}`,
  },
];

const ivorianMobile = (second: string) => (second < "4" ? "01" : second < "7" ? "05" : "07");

/** The one form in which numbers are compared. `digits` are all digits of a number, its country's code first, and so is the answer. */
export function comparedDigits(digits: string): string {
  const renumbering = renumberings.find(({ was }) => was.test(digits));
  return renumbering ? rewrite(digits, renumbering.was, renumbering.is) : digits;
}

/** All forms of a number, the one that is compared first. */
export function digitForms(digits: string): string[] {
  const compared = comparedDigits(digits);
  const renumbering = renumberings.find(({ now }) => now.test(compared));
  return [...new Set([compared, ...(renumbering ? [rewrite(compared, renumbering.now, renumbering.back)] : []), digits])];
}

function rewrite(digits: string, pattern: RegExp, parts: (...parts: string[]) => string): string {
  return parts(...(pattern.exec(digits) ?? []).slice(1));
}
