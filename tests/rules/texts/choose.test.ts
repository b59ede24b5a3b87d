import { expect, it } from "vitest";
import type { TemplateText } from "#core/model/template.ts";
import type { ChannelName } from "#core/model/vocabulary.ts";
import { chooseText } from "#core/rules/texts/choose.ts";
import { languagesFor } from "#core/rules/texts/languages.ts";

const text = (language: string, channel: ChannelName | null = null): TemplateText => ({ language, channel, text: `${language} ${channel}` });
const texts = [text("tl"), text("en"), text("en", "telegram"), text("es", "email"), text("es")];

it.each([
  [["en"], "telegram", "en telegram", "en, made for telegram"],
  [["en"], "whatsapp", "en null", "en, for all channels"],
  [["es-MX", "en"], "email", "es email", "es for es-MX, made for email"],
  [["ko", "tl", "en"], "telegram", "tl null", "no text is in ko; tl, for all channels"],
  [["ko"], "telegram", "en telegram", "no text is in ko: the first, in en, stands in"],
  [["en"], null, "en null", "en, for all channels"],
] as const)("in %j on %s the text is %j", (languages, channel, chosen, because) => {
  const found = chooseText(texts, { languages, channel });

  expect(found?.text.text).toBe(chosen);
  expect(found?.because).toBe(because);
});

it("is none when all are made for other channels, and any while the channel is not known", () => {
  const only = [text("en", "email")];

  expect(chooseText(only, { languages: ["en"], channel: "telegram" })).toBeNull();
  expect(chooseText(only, { languages: ["en"], channel: null })?.text).toBe(only[0]);
  expect(chooseText([], { languages: ["en"], channel: null })).toBeNull();
});

it("is looked for in the contact's language, then the country's, then English", () => {
  expect(languagesFor("tl", "MX")).toEqual(["tl", "es", "en"]);
  expect(languagesFor(null, "PH")).toEqual(["en"]);
  expect(languagesFor("en", null)).toEqual(["en"]);
});
