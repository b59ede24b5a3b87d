import { expect, it } from "vitest";
import { heard } from "./read.ts";

it.each([
  ["How much is the room?", "en"],
  ["still waiting since Monday", "en"],
  ["¿Cuánto cuesta la habitación?", "es"],
  ["quiero reservar una mesa", "es"],
  ["Magkano po yung large?", "tl"],
  ["order ko po hindi pa rin dumating", "tl"],
  ["Bonjour, combien coûte la chambre ?", "fr"],
  ["Olá, quanto custa? Não tenho pressa", "pt"],
  ["Guten Tag, ich habe eine Frage", "de"],
  ["Привет, сколько стоит?", "ru"],
  ["こんにちは、予約したいです", "ja"],
  ["你好,多少钱?", "zh"],
  ["안녕하세요", "ko"],
  ["مرحبا كم السعر", "ar"],
  ["สวัสดีครับ", "th"],
  ["12345", null],
  ["👍", null],
  ["", null],
])("“%s” is in %s", (text, language) => {
  expect(heard(text).language).toBe(language);
});
