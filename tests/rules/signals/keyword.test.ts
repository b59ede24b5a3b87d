import { describe, expect, it } from "vitest";
import { compileSignals } from "#core/rules/signals/compile.ts";
import { keywordsIn } from "#core/rules/signals/keywords/match.ts";
import { wordsOf } from "#core/rules/signals/keywords/words.ts";
import { keywordsOf, settingsWith, signalOn } from "#tests/support/people/said.ts";

function found(text: string, ...phrases: string[]) {
  const settings = settingsWith({ signals: [signalOn("words", { type: "keyword", phrases })] });
  return keywordsIn(text, keywordsOf(settings)).map(({ quote }) => quote);
}

describe("a phrase is found", () => {
  it.each([
    ["as it is", "we need a bulk order", "bulk order"],
    ["in any case", "BULK Order!", "bulk ORDER"],
    ["without its accents", "¿cuánto cuesta la habitación?", "habitacion"],
    ["with accents that the text leaves out", "la habitacion doble", "habitación"],
    ["across a line break and more blanks", "bulk\n   order", "bulk order"],
    ["next to punctuation", "(bulk order), please", "bulk order"],
    ["with a curly apostrophe for a straight one", "I don’t care", "don't care"],
    ["in full-width letters", "ｂｕｌｋ ｏｒｄｅｒ", "bulk order"],
    ["as an emoji", "I want it ❤️", "❤"],
    ["as an emoji next to a word", "great👍", "👍"],
    ["with a plus sign", "do you know C++?", "c++"],
    ["within Chinese", "请问价格是多少", "价格"],
    ["within Japanese", "予約をキャンセルしたいです", "キャンセル"],
    ["across two scripts of Japanese", "料金はいくらですか", "はいくら"],
    ["within Thai", "สอบถามราคาหน่อยค่ะ", "ราคา"],
    ["within Lao", "ລາຄາເທົ່າໃດ", "ເທົ່າໃດ"],
    ["within Khmer", "សូមសួរតម្លៃប៉ុន្មាន", "តម្លៃ"],
    ["within Burmese", "ဈေးနှုန်းဘယ်လောက်လဲ", "ဘယ်လောက်"],
    ["in Latin letters next to Chinese", "iPhone手机有吗", "iphone"],
    ["in Hindi", "कीमत क्या है?", "कीमत"],
    ["in Russian capitals", "СКОЛЬКО СТОИТ", "сколько стоит"],
    ["in Arabic with vowels", "كَمِ السِّعْر", "السعر"],
    ["with a stroke that the phrase leaves out", "czy jest łóżko", "lozko"],
    ["at the second try", "bulk bulk order", "bulk order"],
  ])("%s", (_story, text, phrase) => {
    expect(found(text, phrase)).toEqual([phrase]);
  });

  it.each([
    ["inside a word", "orders in bulks", "bulk"],
    ["when another word stands between", "bulk big order", "bulk order"],
    ["inside a word with vowel signs", "कीमत", "क"],
    ["with other dakuten", "パパ", "ハハ"],
    ["in another order of Chinese", "格价", "价格"],
    ["the other way round", "order bulk", "bulk order"],
    ["when the text ends before it does", "I want bulk", "bulk order"],
    ["in nothing", "", "bulk"],
    ["that is only punctuation", "what?!", "?!"],
  ])("but not %s", (_story, text, phrase) => {
    expect(found(text, phrase)).toEqual([]);
  });
});

it("is the first phrase of each signal that stands in the text", () => {
  const settings = settingsWith({
    signals: [
      signalOn("size", { type: "keyword", phrases: ["wholesale", "bulk order"] }),
      signalOn("pay", { type: "keyword", phrases: ["card", "cash"] }),
      signalOn("none", { type: "keyword", phrases: ["refund"] }),
      signalOn("off", { type: "keyword", phrases: ["cash"], enabled: false }),
    ],
  });

  const hits = keywordsIn("Bulk order, wholesale, paid in cash or by card", keywordsOf(settings));

  expect(hits.map(({ signal, quote }) => [signal.id, quote])).toEqual([
    ["size", "bulk order"],
    ["pay", "cash"],
  ]);
});

it("takes runs of letters and digits, and each symbol, for words", () => {
  expect(wordsOf("room 12b: €40 ok👍 it's")).toEqual(["room", "12b", "€", "40", "ok", "👍", "it", "s"]);
});

it("compiles a settings document once", () => {
  const settings = settingsWith();

  expect(compileSignals(settings)).toBe(compileSignals(settings));
});
