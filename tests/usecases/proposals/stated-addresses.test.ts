import { expect, it } from "vitest";
import { addressRows } from "#core/usecases/contact-change/address-rows.ts";
import { noted, remembered, said } from "#tests/support/people/said.ts";
import { contactRow } from "#tests/support/records/records.ts";

const contact = contactRow("con_1");
const declared = said("Hi", { sender: { email: "ana@example.com" } });
const rows = (facts: Parameters<typeof addressRows>[1], held = {}) =>
  addressRows(contact, facts, held).map(({ value, verified }) => [value, verified]);

it("takes what an import states as verified, and what a sender merely declares as declared", () => {
  expect(rows([noted("email", "ana@example.com", "integration")])).toEqual([["ana@example.com", true]]);
  expect(rows([noted("email", "ana@example.com", "detected")])).toEqual([["ana@example.com", false]]);
  expect(rows([declared])).toEqual([["ana@example.com", false]]);
});

it("confirms by an import what a sender has declared before, and leaves out what is known", () => {
  const { details } = remembered([declared]);

  expect(rows([declared], details)).toEqual([]);
  expect(rows([noted("email", "ana@example.com", "integration")], details)).toEqual([["ana@example.com", true]]);
});
