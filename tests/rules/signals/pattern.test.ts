import { describe, expect, it } from "vitest";
import { keywordsIn } from "#core/rules/signals/keywords/match.ts";
import { compilePattern } from "#core/rules/signals/keywords/pattern.ts";
import { keywordsOf, settingsWith, signalOn } from "#tests/support/people/said.ts";

function found(text: string, ...patterns: string[]) {
  const settings = settingsWith({ signals: [signalOn("words", { type: "keyword", phrases: [], patterns })] });
  return keywordsIn(text, keywordsOf(settings)).map(({ quote }) => quote);
}

describe("a pattern finds", () => {
  it.each([
    ["the words that fit", "I need 120 pieces by Friday", String.raw`\d{2,} (pcs|pieces)`, "120 pieces"],
    ["them in any case", "WHOLESALE please", "whole ?sale", "wholesale"],
    ["capitals of its own in any case", "wholesale", "Whole ?Sale", "wholesale"],
    ["what is written without its accents", "una habitacion doble", "habitación", "habitacion"],
    ["what is written with accents it leaves out", "¿la habitación?", "habitaci[oó]n", "habitacion"],
    ["whole words when it asks for them", "a bulk order", String.raw`\bbulk\b`, "bulk"],
    ["across line breaks", "bulk\n order", "bulk order", "bulk order"],
  ])("%s", (_story, text, pattern, quote) => {
    expect(found(text, pattern)).toEqual([quote]);
  });

  it.each([
    ["part of a word when it asks for whole ones", "in bulks", String.raw`\bbulk\b`],
    ["what stands after the first 4,000 characters", `${"x ".repeat(2000)}wholesale`, "wholesale"],
    ["a place without words", "wholesale", String.raw`\b`],
  ])("but not %s", (_story, text, pattern) => {
    expect(found(text, pattern)).toEqual([]);
  });
});

describe("a pattern is refused", () => {
  it.each([
    ["(", "is not a regular expression of RE2: missing closing ): `(`"],
    ["a{2000}", "is not a regular expression of RE2: invalid repeat count: `{2000}`"],
    ["(a) \\1", "is not a regular expression of RE2: invalid escape sequence: `\\1`"],
    ["(?=x)y", "is not a regular expression of RE2: invalid or unsupported Perl syntax: `(?=`"],
    [".{900}", "is too large: repeat less, or make two patterns of it"],
    ["x*", "finds an empty text, and so every message"],
  ])("%s", (pattern, fault) => {
    expect(compilePattern(pattern)).toBe(fault);
  });

  it("when all patterns together are too large", () => {
    const patterns = Array.from({ length: 20 }, (_, i) => `${i}.{250}`);

    const { patterns: kept } = keywordsOf(settingsWith({ signals: [signalOn("words", { type: "keyword", phrases: [], patterns })] }));

    expect(kept.length).toBe(11);
  });
});

it.each(["(a+)+$", "(a|aa)+$", "(a*)*b", "(.*a){25}b", "(?:a?){90}a{90}b"])("costs time in proportion to the text: %s", (pattern) => {
  const settings = settingsWith({ signals: [signalOn("words", { type: "keyword", phrases: [], patterns: [pattern] })] });
  const text = `${"a".repeat(20_000)}!`;
  const start = performance.now();

  keywordsIn(text, keywordsOf(settings));

  expect(performance.now() - start).toBeLessThan(2000);
});

it("is looked for when no phrase of its signal is found", () => {
  const signal = signalOn("size", { type: "keyword", phrases: ["wholesale"], patterns: ["[0-9]+ boxes"] });
  const signals = keywordsOf(settingsWith({ signals: [signal] }));

  expect(keywordsIn("Wholesale, 20 boxes", signals).map(({ quote }) => quote)).toEqual(["wholesale"]);
  expect(keywordsIn("20 boxes", signals).map(({ quote }) => quote)).toEqual(["20 boxes"]);
});
