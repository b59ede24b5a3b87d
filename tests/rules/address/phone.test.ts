import { expect, it } from "vitest";
import { toE164 } from "#core/rules/address/phone.ts";

it.each([
  ["an international number as people write it", "+63 917 123-4567", null, "+639171234567"],
  ["brackets and blanks", "+1 (415) 555-2671", null, "+14155552671"],
  ["words around it", "tel: +44 20 7946 0958", null, "+442079460958"],
  ["the international prefix of its country", "00639171234567", "PH", "+639171234567"],
  ["a local number, by the business's country", "0917 123 4567", "PH", "+639171234567"],
  ["a local number of another country", "(02) 9374 4000", "AU", "+61293744000"],
  ["Mexico's old 1 after the country code, as WhatsApp has it", "5215512345678", null, "+525512345678"],
  ["Mexico's old 1 with a plus", "+5215512345678", "PH", "+525512345678"],
  ["Mexico's old 1 as people write it", "+52 1 55 1234 5678", null, "+525512345678"],
  ["a Mexican number without it", "+52 55 1234 5678", null, "+525512345678"],
  ["an extension, which is left out", "+1 415 555 2671 ext. 5", null, "+14155552671"],
  ["full-width digits", "＋６３ ９１７ １２３ ４５６７", null, "+639171234567"],
])("reads %s", (_story, text, region, expected) => {
  expect(toE164(text, region)).toBe(expected);
});

it.each([
  ["a local number when the country is not known", "0917 123 4567", null],
  ["a local number of a country that does not exist", "0917 123 4567", "ZZ"],
  ["too few digits", "+63 917", null],
  ["a number that the country does not hand out", "+1 000 000 0000", null],
  ["words", "call me", "PH"],
  ["nothing", "", "PH"],
  ["a price", "1,200.00", "PH"],
])("refuses %s", (_story, text, region) => {
  expect(toE164(text, region)).toBeNull();
});
