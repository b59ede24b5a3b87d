import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvCell, guardFormulas, unguardFormulas } from "#core/rules/csv/cell.ts";

const blanks = [
  "",
  " ",
  "\t",
  "\u00a0",
  "\u3000",
  "\u2003",
  "\u200b",
  "\u200d",
  "\u2060",
  "\ufeff",
  "\u00ad",
  "\u202e",
  "\u2028",
  "\u0001",
  "\r\n",
  '"',
  "'",
];
const signs = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦"];
const before = ["", "x;", "x\t", "x|", "x\r", "x\n", "x\r\n", "x; y |", ";", '";'];

/** How spreadsheets split a file, whatever its delimiter: a cell that begins with a sign is run. */
const isRun = (cell: string) => /^[\s\p{Z}\p{C}"]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u.test(cell);
const cellsOf = (text: string) => text.split(/[;\t|\r\n]/);

const awkward = fc.string({
  unit: fc.constantFrom(...blanks.filter((blank) => blank !== ""), ...signs, ";", "|", ",", "a", "é", "王", "6", "😀"),
  maxLength: 12,
});

describe("a cell of an export", () => {
  it("is no formula, whatever stands before the sign and whichever delimiter the file is read with", () => {
    const texts = before.flatMap((start) => blanks.flatMap((blank) => signs.map((sign) => `${start}${blank}${sign}1+1`)));

    const live = texts.filter((text) => text !== "+1" && cellsOf(guardFormulas(text)).some(isRun));

    expect(live).toEqual([]);
    expect(texts).toHaveLength(1530);
  });

  it.each([
    ["Ana Cruz", "Ana Cruz"],
    ["+639171234567", "+639171234567"],
    ["'=1", "''=1"],
    ["O'Brien", "O'Brien"],
    ["'Aisha", "'Aisha"],
    ["a-b; c", "a-b; c"],
    ["x;=1", "x;'=1"],
    ["x\r\n=1", '"x\r\n\'=1"'],
    [" Ana", "' Ana"],
    ['the "boss"', '"the ""boss"""'],
  ])("%j is written as %j", (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  it("comes back exactly as it was", () => {
    const property = fc.property(awkward, (text) => {
      const [[cell = ""] = []] = parse(`${csvCell(text)},x`, { record_delimiter: "\u0000" }) as string[][];
      const plain = unguardFormulas(cell);
      expect(plain === cell ? plain.trim() : plain).toBe(text);
      expect(cellsOf(cell).filter((each) => isRun(each) && !/^\+\d*$/.test(cell))).toEqual([]);
    });

    fc.assert(property, { numRuns: 3_000, seed: 7 });
  });

  it("is read in one pass, whatever its length", () => {
    const text = "\t'=".repeat(300_000);

    expect(unguardFormulas(guardFormulas(text))).toBe(text);
  });
});
