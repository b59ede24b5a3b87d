import { describe, expect, it } from "vitest";
import { followUpKinds } from "#core/model/followup.ts";
import { english } from "#core/rules/followups/texts/en.ts";
import { spanish } from "#core/rules/followups/texts/es.ts";
import { presets } from "#core/rules/followups/texts/situation.ts";
import { suggestedText } from "#core/rules/followups/texts/suggested-text.ts";
import { tagalog } from "#core/rules/followups/texts/tl.ts";
import { lintTexts } from "#core/rules/texts/lint.ts";
import { faultOfWritten } from "#core/rules/texts/lint-written.ts";

const languages = [
  ["en", english],
  ["es", spanish],
  ["tl", tagalog],
] as const;

describe.each(languages)("our own texts in %s", (language, wordings) => {
  const texts = Object.values(wordings).flat();

  it("are all different, have every fallback and are short", () => {
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.flatMap((text) => lintTexts([{ language, channel: "instagram", text }]))).toEqual([]);
    expect(texts.filter((text) => text.length > 200)).toEqual([]);
  });

  it("pass as what a writer may suggest, with and without values, whatever was promised", () => {
    const named = { first_name: "Ana", promise: "I'll check with my manager — and get back to you!" };
    const cases = [...followUpKinds.map((kind) => ({ kind, trigger: kind })), ...presets.map((trigger) => ({ kind: "custom" as const, trigger }))];
    for (const { kind, trigger } of cases) {
      for (const attempt of [1, 2]) {
        for (const values of [named, {}]) {
          const { text, language: written } = suggestedText({ kind, trigger, attempt, language, values });

          expect(written).toBe(language);
          const fault = faultOfWritten(text, { language, channel: "instagram", maxLength: 300, ownHosts: [] });
          // The promise is quoted as it was said, in whatever language.
          expect([text, fault]).toEqual([text, kind === "promise" && values === named ? expect.toBeOneOf([null, "foreign_language"]) : null]);
        }
      }
    }
  });
});

it("takes the first language that we write, whatever its country, else English", () => {
  const suggest = (language: string | string[]) => suggestedText({ kind: "ghosting", attempt: 1, language, values: {} }).language;

  expect(["es-MX", "fil", "ko", "toString"].map(suggest)).toEqual(["es", "tl", "en", "en"]);
  expect(suggest(["ko", "tl", "es"])).toBe("tl");
});
