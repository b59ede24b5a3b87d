import { expect, it } from "vitest";
import { completenessOf } from "#core/rules/contact/completeness.ts";

const full = { name: "Ana", email: "ana@example.com", phone: "+639171234567", company: "Acme", language: "tl", timeZone: "Asia/Manila" };

it.each([
  ["a full card", full, 100, []],
  ["a card without a company", { ...full, company: null }, 83, ["company"]],
  [
    "a name alone",
    { name: "Ana", email: null, phone: null, company: null, language: null, timeZone: null },
    17,
    ["email", "phone", "company", "language", "timeZone"],
  ],
  [
    "an empty card",
    { name: null, email: null, phone: null, company: null, language: null, timeZone: null },
    0,
    ["name", "email", "phone", "company", "language", "timeZone"],
  ],
])("%s is complete to its percentage, and says what is missing", (_story, contact, percent, missing) => {
  expect(completenessOf(contact)).toEqual({ percent, missing });
});
