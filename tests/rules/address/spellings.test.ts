import { describe, expect, it } from "vitest";
import { toE164 } from "#core/rules/address/phone.ts";
import { searchText, searchWords } from "#core/rules/text/search.ts";
import { heard } from "#tests/rules/analysis/read.ts";

/** A number as it is meant, and how people of its country and others write it; `region` reads those without a country. */
const countries: [country: string, region: string, meant: string, international: string[], local: string[]][] = [
  [
    "Argentina",
    "AR",
    "+5491123456789",
    ["+54 9 11 2345-6789", "+54 11 15 2345-6789", "+54 9 11 15 2345-6789", "+54 9 011 15 2345 6789", "00 54 9 11 15 2345-6789"],
    ["011 15 2345-6789", "11 15 2345 6789"],
  ],
  ["Argentina, Córdoba", "AR", "+5493512345678", ["+54 9 351 15 234 5678", "+54 0351 15 234 5678", "+54 351 15-234-5678"], ["0351 15 234-5678"]],
  ["Argentina, Calafate", "AR", "+5492966423456", ["+54 9 2966 15 423456", "+54 2966 15-423456"], ["02966 15 423456"]],
  ["Australia", "AU", "+61412345678", ["+61 0412 345 678", "+61 (0)412 345 678", "0011 61 412 345 678"], ["0412 345 678"]],
  [
    "Brazil",
    "BR",
    "+5511987654321",
    ["+55 (11) 98765-4321", "+55 011 98765-4321", "+55 0xx11 98765-4321", "+55 015 11 98765-4321"],
    ["0xx11 98765-4321"],
  ],
  ["Brazil, eight digits", "BR", "+5511987654321", ["+55 11 8765-4321", "+55 (011) 8765-4321"], ["(11) 8765-4321"]],
  ["Chile", "CL", "+56987654321", ["+56 9 8765 4321", "+56 09 8765 4321"], ["09 8765 4321", "9 8765 4321"]],
  ["Colombia", "CO", "+573001234567", ["+57 (300) 123-4567", "+57 03 300 123 4567"], ["300 123 4567"]],
  ["Egypt", "EG", "+201001234567", ["+20 010 0123 4567", "+٢٠ ١٠٠ ١٢٣ ٤٥٦٧"], ["٠١٠٠١٢٣٤٥٦٧"]],
  ["France", "FR", "+33612345678", ["+33 (0)6 12 34 56 78", "+33 06 12 34 56 78"], ["06.12.34.56.78"]],
  ["Germany", "DE", "+4915112345678", ["+49 (0)151 12345678", "+49 0151/12345678", "0049-151-12345678"], ["0151/12345678"]],
  ["Greece", "GR", "+306971234567", ["+30 697 123 4567", "+30 0697 123 4567"], ["697 123 4567"]],
  ["Hungary", "HU", "+36301234567", ["+36 06 30 123 4567", "+36 (30) 123 4567"], ["06 30 123 4567"]],
  ["India", "IN", "+919876543210", ["+91 098765 43210", "+91-98765-43210", "+९१ ९८७६५ ४३२१०"], ["098765 43210", "९८७६५४३२१०"]],
  ["Indonesia", "ID", "+6281234567890", ["+62 0812 3456 7890", "+62 (0)812-3456-7890"], ["0812-3456-7890", "62812 3456 7890"]],
  ["Iran", "IR", "+989123456789", ["+98 0912 345 6789", "+۹۸ ۹۱۲ ۳۴۵ ۶۷۸۹"], ["۰۹۱۲۳۴۵۶۷۸۹"]],
  ["Israel", "IL", "+972502345678", ["+972 (0)50-234-5678", "+972 050 234 5678"], ["050-234-5678"]],
  ["Italy, Rome", "IT", "+390612345678", ["+39 06 1234 5678", "+39 6 1234 5678", "0039 6 12345678"], ["06 1234 5678", "6 1234 5678"]],
  ["Italy, Florence", "IT", "+390551234567", ["+39 055 123 4567", "+39 55 123 4567"], ["055 123 4567"]],
  ["Italy, a mobile", "IT", "+393351234567", ["+39 335 123 4567", "+39 0335 123 4567"], ["335 123 4567", "0335 123 4567"]],
  ["Japan", "JP", "+819012345678", ["+81 090 1234 5678", "+81 (0)90-1234-5678"], ["０９０－１２３４－５６７８"]],
  ["Mexico", "MX", "+525512345678", ["+52 1 55 1234 5678", "+52 044 55 1234 5678", "+52 01 55 1234 5678"], ["55 1234 5678", "045 55 1234 5678"]],
  ["Netherlands", "NL", "+31612345678", ["+31 (0)6 12345678", "+31 06-12345678"], ["06-12345678"]],
  ["Nigeria", "NG", "+2348031234567", ["+234 0803 123 4567", "+234 (0) 803 123 4567"], ["0803 123 4567"]],
  [
    "Philippines",
    "PH",
    "+639171234567",
    [
      ...["+63 0917 123 4567", "+63 (0)917 123-4567", "(+63) 917 123 4567", "+ 63 917 123 4567", "++639171234567"],
      ...["+0063 917 123 4567", "00 63 917 123 4567", "011 63 917 123 4567", "＋６３（９１７）１２３－４５６７", "+63.917.123.4567"],
    ],
    ["0917 123 4567", "9171234567", "639171234567", "63 0917 123 4567", "0063 0917 123 4567"],
  ],
  ["Poland", "PL", "+48512345678", ["+48 512 345 678", "+48 0 512 345 678"], ["512 345 678"]],
  ["Russia", "RU", "+79123456789", ["+7 8 912 345 67 89", "+8 912 345-67-89", "+7 (912) 345-67-89"], ["8 (912) 345-67-89", "810 7 912 345 67 89"]],
  ["Spain", "ES", "+34612345678", ["+34 612 34 56 78", "+34 0612 34 56 78"], ["612 34 56 78"]],
  ["Turkey", "TR", "+905321234567", ["+90 0532 123 45 67", "+90 (532) 123 45 67"], ["0 532 123 45 67"]],
  [
    "United Kingdom",
    "GB",
    "+447911123456",
    ["+44 (0)7911 123456", "+44 07911 123456", "0044 (0)7911 123456", "011 44 7911 123456"],
    ["07911 123456"],
  ],
  ["United Kingdom, London", "GB", "+442079460958", ["+44 (0)20 7946 0958", "+44 020 7946 0958"], ["020 7946 0958", "(020) 7946 0958"]],
  [
    "United States",
    "US",
    "+14155552671",
    ["+1 (415) 555-2671 x123", "+1 415-555-2671 extension 22", "001 415 555 2671"],
    ["(415) 555-2671", "1-415-555-2671"],
  ],
  ["Vietnam", "VN", "+84912345678", ["+84 0912 345 678", "+84 (0)912 345 678"], ["0912.345.678"]],
];

describe("a number that is written against the rules of its country", () => {
  it.each(countries)("is the one that was meant: %s", (_country, region, meant, international, local) => {
    for (const text of international) {
      expect([text, toE164(text, null)]).toEqual([text, compared(meant, toE164(text, null))]);
      expect([text, toE164(text, "PH")]).toEqual([text, compared(meant, toE164(text, "PH"))]);
    }
    for (const text of local) expect([text, toE164(text, region)]).toEqual([text, compared(meant, toE164(text, region))]);
  });

  it.each(countries)("is found however it is written: %s", (_country, _region, meant, international) => {
    const text = searchText(null, null, meant);

    for (const written of [meant, ...international].filter((each) => /^[+＋(]|^00/.test(each) && !each.includes("x")))
      expect([written, searchWords(written).filter((word) => !text.includes(word))]).toEqual([written, []]);
  });

  it.each(countries)("is read in a message, carriers' codes apart: %s", (_country, region, meant, international, local) => {
    for (const text of [...international.filter((each) => /^[(+＋]/.test(each)), ...local].filter((each) => !each.includes("xx"))) {
      const [found] = heard(`My mobile is ${text}`, { region }).details;

      expect([text, found?.value]).toEqual([text, compared(meant, found?.value ?? null)]);
    }
  });
});

/** Both forms of an Argentine mobile, with and without the 9, are valid and stay as they are written. */
function compared(meant: string, found: string | null): string {
  const without = meant.replace(/^\+549/, "+54");
  return found === without ? without : meant;
}

describe("what may be two numbers stays none", () => {
  it.each([
    ["a local number, and the country is not known", "0917 123 4567", null],
    ["two numbers", "+63 917 123 4567 / +63 918 123 4567", null],
    ["a country's code that is none, behind 011", "011 000 123 4567", null],
    ["a few digits behind 00", "00 1234", null],
    ["a fixed line with a digit too few", "+39 06 1", null],
    ["Argentina's 15 with a digit too many", "+54 9 11 15 2345-67890", null],
    ["letters", "+xx 917", "PH"],
    ["a plus", "+", "PH"],
  ])("%s", (_story, text, region) => {
    expect(toE164(text, region)).toBeNull();
  });
});
