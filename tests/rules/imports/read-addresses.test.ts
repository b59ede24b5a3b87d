import { describe, expect, it } from "vitest";
import { mappingOf } from "#core/rules/imports/fields.ts";
import { rowReader } from "#core/rules/imports/read-row.ts";

const lookups = { isCsv: true, region: "PH", branches: [], accountOf: () => "default", isTimeZone: () => true, now: 0 };
const read = (values: Record<string, string>) => rowReader(mappingOf(Object.keys(values)), lookups)(values);

describe("a cell with addresses", () => {
  it.each<[string, string, string | undefined, string[], string[]]>([
    ["Email", "a@example.com ::: b@example.com", "a@example.com", ["b@example.com"], []],
    ["Email", "a@example.com; b@example.com,c@example.com", "a@example.com", ["b@example.com", "c@example.com"], []],
    ["Email", "a@example.com\r\nA@Example.com", "a@example.com", [], []],
    ["Email", "Ana Reyes <a@example.com>", "a@example.com", [], []],
    ["Email", "mailto:a@example.com", "a@example.com", [], []],
    ["Email", "none; a@example.com", "a@example.com", [], ["not_an_email"]],
    ["Email", "none", undefined, [], ["not_an_email"]],
    ["Phone", "0917 123 4567 / 0918 123 4567", "+639171234567", ["+639181234567"], []],
    ["Phone", "+63 917 123 4567 ::: 12", "+639171234567", [], ["not_a_phone"]],
    ["Phone", "'+639171234567", "+639171234567", [], []],
  ])("%s %j is %j and %j", (column, cell, first, further, reasons) => {
    const result = read({ [column]: cell });

    expect(result.person.details.email ?? result.person.details.phone).toBe(first);
    expect((result.person.furtherAddresses ?? []).map(({ value }) => value)).toEqual(further);
    expect(Object.values(result.person.attributes)).toEqual(further);
    expect(result.reasons.map(({ code }) => code)).toEqual(reasons);
  });

  it("of another column is taken where the first is empty, and kept under its header where it is not", () => {
    expect(read({ "E-mail Address": "", "E-mail 2 Address": "b@example.com" }).person).toMatchObject({
      details: { email: "b@example.com" },
      attributes: {},
    });
    expect(read({ "Home Phone": "0917 123 4567", "Mobile Phone": "0918 123 4567" }).person).toMatchObject({
      details: { phone: "+639181234567" },
      attributes: { "Home Phone": "+639171234567" },
    });
  });
});
