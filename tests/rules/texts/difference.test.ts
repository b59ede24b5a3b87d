import fc from "fast-check";
import { expect, it } from "vitest";
import { difference } from "#core/rules/texts/difference.ts";

const words = fc.array(
  fc.constantFrom("Hi", "Ana", " ", "  ", "\n", "ñ", "👋🏽", "e\u0301", ",", "tomorrow", "á", "1,200.50", "don't", "\r\n", "\u00a0"),
  {
    maxLength: 30,
  },
);
const texts = fc.oneof(
  words.map((all) => all.join("")),
  fc.string({ unit: "binary", maxLength: 40 }),
);

it("shows what was taken out and what was put in, word by word", () => {
  expect(difference("See you tomorrow at 3.", "See you Friday at 3.")).toEqual([
    { kind: "same", text: "See you " },
    { kind: "removed", text: "tomorrow" },
    { kind: "added", text: "Friday" },
    { kind: "same", text: " at 3." },
  ]);
});

it("joins back exactly to both texts", () => {
  fc.assert(
    fc.property(texts, texts, (original, edited) => {
      const pieces = difference(original, edited);

      expect(joined(pieces, "added")).toBe(original);
      expect(joined(pieces, "removed")).toBe(edited);
      expect(pieces.every(({ text }) => text !== "")).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it("says that nothing is different", () => {
  expect(difference("Hello there", "Hello there")).toEqual([{ kind: "same", text: "Hello there" }]);
  expect(difference("", "")).toEqual([]);
});

it("takes a long text that has nothing in common with the other for another text", () => {
  const original = Array.from({ length: 3000 }, (_, at) => `a${at}`).join(" ");
  const edited = Array.from({ length: 3000 }, (_, at) => `b${at}`).join("\n");

  const pieces = difference(original, edited);

  expect(joined(pieces, "added")).toBe(original);
  expect(joined(pieces, "removed")).toBe(edited);
});

function joined(pieces: ReturnType<typeof difference>, without: "added" | "removed"): string {
  return pieces
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join("");
}
