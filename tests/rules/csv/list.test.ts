import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinList, splitList } from "#core/rules/csv/list.ts";

describe("a cell with several texts", () => {
  it.each([
    ["VIP list; wholesale", ["VIP list", "wholesale"]],
    ['"a, b","c"', ["a, b", "c"]],
    ['"a; b"; c | d', ["a; b", "c", "d"]],
    ["* myContacts ::: Work ::: * starred", ["Work", "starred"]],
    ["one\ntwo\r\nthree", ["one", "two", "three"]],
    ['5" pizza; vip', ['5" pizza', "vip"]],
    ['"unclosed; b', ['"unclosed', "b"]],
  ])("%j holds %j", (cell, texts) => {
    expect(splitList(cell).filter((text) => text !== "")).toEqual(texts);
  });

  it("gives back what was put into it", () => {
    const text = fc.string({
      unit: fc.constantFrom('"', ",", ";", "|", ":::", "\n", "\r", "*", " ", "'", "=", "a", "é"),
      minLength: 1,
      maxLength: 8,
    });
    const property = fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
      expect(splitList(joinList(texts))).toEqual(texts);
    });

    fc.assert(property, { numRuns: 3_000, seed: 7 });
  });
});
