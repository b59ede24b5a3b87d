import { describe, expect, it } from "vitest";
import { identityForms, identityKey } from "#core/rules/address/identity.ts";
import { comparedPhone, toE164 } from "#core/rules/address/phone.ts";
import { vetoesBetween } from "#core/rules/merge/vetoes.ts";
import { searchText, searchWords } from "#core/rules/text/search.ts";

/** A number as a platform or an address book has it, as it is written today, and the region that reads it. */
const forms: [country: string, old: string, today: string, region: string | null][] = [
  ["Brazil, without the ninth digit", "+55 11 8765-0001", "+5511987650001", null],
  ["Brazil, as WhatsApp has it", "551187650001", "+5511987650001", null],
  ["Brazil, outside São Paulo", "+555184123456", "+5551984123456", null],
  ["Brazil, dialled within the country", "(11) 8765-0001", "+5511987650001", "BR"],
  ["Brazil, with the zero of long distance", "+55 011 8765-0001", "+5511987650001", null],
  ["Mexico, as WhatsApp has it", "5215512345678", "+525512345678", null],
  ["Mexico, dialled from a mobile", "044 55 1234 5678", "+525512345678", "MX"],
  ["Mexico, dialled from afar", "01 55 1234 5678", "+525512345678", "MX"],
  ["Ivory Coast, Orange", "+225 07 12 34 56", "+2250707123456", null],
  ["Ivory Coast, MTN", "22505123456", "+2250505123456", null],
  ["Ivory Coast, Moov", "22501123456", "+2250101123456", null],
  ["Ivory Coast, a fixed line", "+225 20 30 12 34", "+2252720301234", null],
  ["Benin", "22997123456", "+2290197123456", null],
  ["Benin, within the country", "97 12 34 56", "+2290197123456", "BJ"],
  ["Vietnam, Viettel", "+84 168 123 4567", "+84381234567", null],
  ["Vietnam, MobiFone within the country", "0120 123 4567", "+84701234567", "VN"],
  ["Colombia, a fixed line", "+57 1 2345678", "+576012345678", null],
  ["Cameroon", "+237 77 12 34 56", "+237677123456", null],
];

describe("a number in the form its country had before", () => {
  it.each(forms)("is the number of today: %s", (_country, old, today, region) => {
    expect(toE164(old, region)).toBe(today);
  });

  it.each(forms)("is found by today's and the other way round: %s", (_country, old, today, region) => {
    const text = searchText(null, null, toE164(old, region));

    for (const q of [today, today.slice(1)]) expect(searchWords(q).every((word) => text.includes(word))).toBe(true);
    if (region === null && !old.includes("011")) expect(searchWords(old).every((word) => text.includes(word))).toBe(true);
  });
});

it.each([
  ["Argentina's 9 before mobiles", "+5491123456789", "+541123456789"],
  ["Argentina's 15, which becomes the 9", "+54 11 15 2345-6789", "+541123456789"],
  ["a zero that is dialled within the country", "+44 (0)20 7946 0000", "+442079460000"],
  ["a zero before a mobile", "+63 0917 123 4567", "+639171234567"],
  ["Russia's 8", "+7 8 912 345 67 89", "+79123456789"],
  ["00 for the plus", "0063 917 123 4567", "+639171234567"],
  ["marks of direction and hyphens that do not break", "\u202a+63\u00a0917\u2011123\u20114567\u202c", "+639171234567"],
  ["Arabic digits", "+٦٣٩١٧١٢٣٤٥٦٧", "+639171234567"],
])("%s makes no other number", (_story, one, other) => {
  const [a, b] = [toE164(one, null), toE164(other, null)];

  expect(a && comparedPhone(a)).toBe(b && comparedPhone(b));
});

it("keeps what is shown as it was written where both forms are valid", () => {
  expect(toE164("+54 9 11 2345-6789", null)).toBe("+5491123456789");
  expect(toE164("+54 11 2345-6789", null)).toBe("+541123456789");
});

it.each([
  ["a fixed line of Brazil", "+551132345678", "+5511932345678"],
  ["Italy's zero", "+390612345678", "+39612345678"],
  ["another area of Argentina", "+541123456789", "+543512345678"],
  ["a longer number", "+22997123456", "+2290297123456"],
])("does not take %s for another number", (_story, one, other) => {
  expect(comparedPhone(one)).not.toBe(comparedPhone(other));
});

describe("WhatsApp ids", () => {
  const key = (externalId: string) => ({ channel: "whatsapp" as const, account: "default", externalId });

  it.each([
    ["Brazil", "551187650001", "5511987650001"],
    ["Mexico", "5215512345678", "525512345678"],
    ["Argentina", "5491123456789", "541123456789"],
    ["Benin", "22997123456", "2290197123456"],
    ["Ivory Coast", "22507123456", "2250707123456"],
  ])("of one number are one, whichever is stored: %s", (_country, old, today) => {
    expect(identityKey(key(old))).toBe(identityKey(key(today)));
    expect(identityForms(key(old)).map(({ externalId }) => externalId)).toEqual(expect.arrayContaining([old, today]));
    expect(identityForms(key(today)).map(({ externalId }) => externalId)).toEqual(expect.arrayContaining([old, today]));
    expect(vetoesBetween([key(old)], [key(today)])).toEqual([]);
  });

  it("of two numbers are two", () => {
    expect(vetoesBetween([key("551187650001")], [key("5511987650002")])).toHaveLength(1);
    expect(identityForms({ channel: "telegram", account: "default", externalId: "551187650001" })).toHaveLength(1);
  });
});
