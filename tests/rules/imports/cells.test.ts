import { describe, expect, it } from "vitest";
import { agrees, attributeValue, instantOf, refuses, tagNames, textOf, yesOrNo } from "#core/rules/imports/cells.ts";

describe("a cell", () => {
  it.each([
    ["  Ana ", "Ana"],
    [5, "5"],
    [false, "false"],
    [null, ""],
    [undefined, ""],
    [["a"], ""],
    [{ a: 1 }, ""],
  ])("%j is the text %j", (value, text) => {
    expect(textOf(value)).toBe(text);
  });

  it.each([
    ["Yes", true],
    ["SÍ", true],
    ["oo", true],
    ["x", true],
    ["0", false],
    ["Hindi", false],
    ["maybe", null],
    ["", null],
  ])("%j says %j", (text, answer) => {
    expect(yesOrNo(text)).toBe(answer);
  });

  it.each([
    ["unsubscribed", false, true],
    ["opt-out", false, true],
    ["subscribed", true, false],
    ["yes", true, true],
    ["no", false, false],
    ["2025-03-01 10:00", true, true],
    ["f", false, false],
    ["t", true, true],
    ["아니요", false, false],
    ["нет", false, false],
    ["hayır", false, false],
    ["لا", false, false],
    ["evet", true, true],
    ["perhaps", null, null],
  ])("%j agrees: %j, refuses: %j", (text, agreed, refused) => {
    expect([agrees(text), refuses(text)]).toEqual([agreed, refused]);
  });

  it.each([
    ["2025-03-01", Date.UTC(2025, 2, 1)],
    ["2025-03-01 10:30", Date.UTC(2025, 2, 1, 10, 30)],
    ["2025-03-01T10:30:15.250Z", Date.UTC(2025, 2, 1, 10, 30, 15, 250)],
    ["2025-03-01T10:30:00+0800", Date.UTC(2025, 2, 1, 2, 30)],
    ["2025-03-01 10:30:00 UTC", Date.UTC(2025, 2, 1, 10, 30)],
    ["01/02/2025", null],
    ["2025-13-01", null],
    ["1969-12-31", null],
    ["yesterday", null],
  ])("%j is the instant %j", (text, at) => {
    expect(instantOf(text)).toBe(at);
  });

  it.each([
    ["VIP list; wholesale", ["VIP list", "wholesale"]],
    ["a|b,a , A,,", ["a", "b"]],
    [
      ["one, two", 3, null],
      ["one, two", "3"],
    ],
    ["", []],
    [null, []],
  ])("%j names the tags %j", (value, names) => {
    expect(tagNames(value)).toEqual(names);
  });

  it.each([
    ["42", 42],
    ["-1.50", -1.5],
    ["007", "007"],
    ["+63917", "+63917"],
    ["1e5", "1e5"],
    ["1234567890123456", "1234567890123456"],
    ["TRUE", true],
    [7, 7],
    [["list"], ""],
  ])("%j is the attribute %j", (value, attribute) => {
    expect(attributeValue(value)).toBe(attribute);
  });
});
