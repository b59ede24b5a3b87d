import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readingSchema } from "#core/model/reading.ts";
import { directions } from "#core/model/vocabulary.ts";
import { heard, said } from "./read.ts";

const words =
  "i want to book a table not good thanks my name is Ana call 0917 123 4567 tomorrow ok po hindi no gracias @ # . ? ! , 😀 \ud800 a@b.co http://x.y".split(
    " ",
  );
const chat = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join(" "));
const anyText = fc.oneof(chat, fc.string({ unit: "binary", maxLength: 400 }), fc.string({ unit: "grapheme", maxLength: 400 }));

function quotesOf(reading: ReturnType<typeof heard>): string[] {
  const { question, offer, conversion, revocation, fulfilment, cannotResolve } = reading;
  const single = [question, offer, conversion, revocation, fulfilment, cannotResolve].flatMap((found) => (found ? [found.quote] : []));
  return [...single, ...[...reading.intents, ...reading.promises, ...reading.details].map(({ quote }) => quote)];
}

describe("any text", () => {
  it("gives a reading of the agreed shape whose quotes are its own words", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...directions), (text, direction) => {
        const reading = direction === "inbound" ? heard(text) : said(text);

        expect(readingSchema.safeParse(reading).success).toBe(true);
        for (const quote of quotesOf(reading)) expect(text.includes(quote)).toBe(true);
        expect(new Set(reading.intents.map(({ intent }) => intent)).size).toBe(reading.intents.length);
      }),
      { numRuns: 500 },
    );
  });

  it("is read the same way every time", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(heard(text)).toEqual(heard(text));
      }),
    );
  });

  it.each([
    ["ten thousand letters", "a".repeat(10_000)],
    ["stacked accents", "z̷̡̛̗͍͔̦͉̞̻̑̿̎̂a̵l̶g̷o̸ ".repeat(600)],
    ["emoji only", "👩🏽‍💻😂".repeat(2000)],
    ["lone surrogates", "\ud800\udc00\udc00\ud800".repeat(1000)],
    ["mixed scripts", "hola привет こんにちは magkano ".repeat(300)],
    ["nothing but marks", "?!.,;:'\"@#$%^&*()[]{}<>/\\|".repeat(300)],
    ["words of the language itself", "constructor __proto__ toString hasOwnProperty valueOf in 2 constructor"],
    ["right-to-left marks and joiners", "\u202e\u200d\u200b\ufeffstop\u200d"],
    ["endless addresses", "a.a@".repeat(2500)],
    ["endless times", "i will call you in 99999999999999 weeks tomorrow at 99:99 "],
  ])("survives %s", (_, text) => {
    expect(readingSchema.safeParse(heard(text)).success).toBe(true);
    expect(readingSchema.safeParse(said(text)).success).toBe(true);
  });

  it("has no quote longer than 200 characters and none that splits a character", () => {
    const { question } = heard(`${"😀 is it ".repeat(100)}?`);

    expect(question?.quote.length).toBeLessThanOrEqual(200);
    expect(question?.quote.isWellFormed()).toBe(true);
  });
});
