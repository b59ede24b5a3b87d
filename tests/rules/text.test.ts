import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "#core/rules/text.ts";

describe("folding takes away what search and keywords do not look at", () => {
  it.each([
    ["case", "BULK Order", "bulk order"],
    ["accents", "Renée Nuñez", "renee nunez"],
    ["accents that are characters of their own", "Rene\u0301e", "renee"],
    ["full-width letters and ligatures", "ｂｕｌｋ ﬁle", "bulk file"],
    ["runs of white space", "  a\t\n b\u00a0c ", "a b c"],
    ["the dot of a Turkish capital I", "İstanbul", "istanbul"],
    ["the variation selector of an emoji", "❤️", "❤"],
  ])("%s", (_story, text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it("and is done once: what is folded folds to itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const folded = foldText(text);

        expect(foldText(folded)).toBe(folded);
      }),
    );
  });

  it("and does not tell capitals from small letters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
        expect(foldText(text.toUpperCase())).toBe(foldText(text.toLowerCase()));
      }),
    );
  });
});
