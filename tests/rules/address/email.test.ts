import { expect, it } from "vitest";
import { normalizeEmail } from "#core/rules/address/email.ts";

it.each([
  ["ana@example.com", "ana@example.com"],
  ["  Ana.Cruz@Example.COM ", "ana.cruz@example.com"],
  ["ana+news@mail.example.co.uk", "ana+news@mail.example.co.uk"],
  ["o'neil_77@ex-ample.io", "o'neil_77@ex-ample.io"],
  ["josé@correo.mx", "josé@correo.mx"],
  ["İnfo@İstanbul.com.tr", "info@istanbul.com.tr"],
  [`${"a".repeat(64)}@example.com`, `${"a".repeat(64)}@example.com`],
  [`ana@${"a".repeat(246)}.com`, `ana@${"a".repeat(246)}.com`],
])("reads %s", (text, expected) => {
  expect(normalizeEmail(text)).toBe(expected);
});

it.each([
  ["nothing", ""],
  ["no @", "ana.example.com"],
  ["two @", "ana@home@example.com"],
  ["no name", "@example.com"],
  ["no dot in the domain", "ana@localhost"],
  ["a last part of one letter", "ana@example.c"],
  ["two dots running", "ana..cruz@example.com"],
  ["two dots running in the domain", "ana@example..com"],
  ["a dot first", ".ana@example.com"],
  ["a dot before the @", "ana.@example.com"],
  ["a dot after the @", "ana@.example.com"],
  ["a domain that begins with a hyphen", "ana@-example.com"],
  ["a dot at the end", "ana@example.com."],
  ["a blank within", "ana cruz@example.com"],
  ["a name in quotes", '"ana"@example.com'],
  ["a display name", "Ana <ana@example.com>"],
  ["two addresses", "ana@example.com,ben@example.com"],
  ["a name of more than 64 characters", `${"a".repeat(65)}@example.com`],
  ["more than 254 characters", `ana@${"a".repeat(247)}.com`],
])("refuses %s", (_story, text) => {
  expect(normalizeEmail(text)).toBeNull();
});
