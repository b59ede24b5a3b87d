import type { LocalText } from "#core/model/duty/local-text.ts";

/** The text in the language of the reader (ISO 639-1; null: unknown), else in English, else the first there is. */
export function localText(given: LocalText, language: string | null): string {
  if (typeof given === "string") return given;
  const texts = new Map(Object.entries(given));
  const [first = ""] = texts.values();
  return (language === null ? undefined : texts.get(language)) ?? texts.get("en") ?? first;
}
