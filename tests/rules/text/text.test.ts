import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePattern } from "#core/rules/signals/keywords/pattern.ts";
import { foldText } from "#core/rules/text/text.ts";

describe("folding takes away what search and keywords do not look at", () => {
  it.each([
    ["case", "BULK Order", "bulk order"],
    ["accents", "Renée Nuñez", "renee nunez"],
    ["accents that are characters of their own", "Rene\u0301e", "renee"],
    ["full-width letters and ligatures", "ｂｕｌｋ ﬁle", "bulk file"],
    ["runs of white space", "  a\t\n b\u00a0c ", "a b c"],
    ["the dot of a Turkish capital I", "İstanbul", "istanbul"],
    ["the variation selector of an emoji", "❤️", "❤"],
    ["strokes and joined letters of Latin", "Łukasz Bjørn Đặng Straße Æsir Œuvre", "lukasz bjorn dang strasse aesir oeuvre"],
    ["dots that Turkish capitals keep", "ISTANBUL İSTANBUL ıstanbul", "istanbul istanbul istanbul"],
    ["the sigma at the end of a word, and tonos", "Γιώργος ΓΙΩΡΓΟΣ", "γιωργοσ γιωργοσ"],
    ["typographic apostrophes", "O’Brien O‘Brien OʼBrien O´Brien O`Brien O＇Brien", Array(6).fill("o'brien").join(" ")],
    ["typographic quotation marks and hyphens", "“co‑op” – «x»", '"co-op" - "x"'],
    ["joiners, soft hyphens, marks of direction", "a\u200bb\u00adc\u200e\ufeff \u202ed\u2066", "abc d"],
    ["points of Hebrew", "שָׁלוֹם", "שלום"],
    ["vowels and forms of Arabic letters", "أَحْمَد إيمان فاطمة عـلى", "احمد ايمان فاطمه علي"],
    ["Persian keyboards", "علی ک", "علي ك"],
    ["stress and ё of Cyrillic", "за́мок Алёна", "замок алена"],
    ["half-width kana", "ﾊﾟﾊﾞ", "パバ"],
    ["how Hangul is composed", "한국".normalize("NFD"), "한국"],
    ["digits of other scripts", "٠١٢ ۴۵ १२ ๓", "012 45 12 3"],
    ["keycaps", "1️⃣", "1"],
  ])("%s", (_story, text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it.each([
    ["dakuten and handakuten of kana", "ハハ", "パパ"],
    ["dakuten of hiragana", "かき", "がぎ"],
    ["й and и", "мои", "мой"],
    ["ї and і", "ії", "іі"],
    ["ў and у", "дуў", "дуу"],
    ["ќ and к", "ќе", "ке"],
    ["vowel signs of Devanagari", "की", "कि"],
    ["a nukta", "राज", "राज़"],
    ["vowel signs of Tamil", "கி", "கு"],
    ["vowel signs of Bengali", "কি", "কী"],
    ["tones of Thai", "ป่า", "ป้า"],
    ["vowels of Thai", "กิน", "กัน"],
    ["vowels of Khmer", "កី", "កូ"],
    ["hamza on other letters than alef", "سؤال", "سوال"],
    ["Hangul vowels", "가", "거"],
  ])("but not %s: %s is not %s", (_story, one, other) => {
    expect(foldText(one)).not.toBe(foldText(other));
  });

  it.each([
    ["caf[eé]", "cafe"],
    ["ŁÓDŹ", "lodz"],
    ["E\u0301A", "ea"],
    ["o’brien", "o'brien"],
    ["[a–c]+", "a-c"],
    ["привет\\S+", "приветик"],
    ["價格|价格", "价格"],
    ["ハ[パバ]", "ハパ"],
    ["\\d+٣", "123"],
  ])("in patterns too: %s finds %s", (pattern, text) => {
    const found = compilePattern(pattern);

    expect(typeof found === "string" ? found : found.test(foldText(text))).toBe(true);
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
