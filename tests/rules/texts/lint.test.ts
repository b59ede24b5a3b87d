import { describe, expect, it } from "vitest";
import type { TemplateText } from "#core/model/template.ts";
import { lintTexts } from "#core/rules/texts/lint.ts";

const text = (words: string, channel: TemplateText["channel"] = null, language = "en"): TemplateText => ({ language, channel, text: words });
const found = (...texts: TemplateText[]) => lintTexts(texts).map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`);

describe("a text", () => {
  it.each([
    "Hi {{first_name|there}}, welcome to {{business}}!",
    "Write \\{{name}} to address them. 10 % off, v2.0, 3.50 each, e.g. this",
    "{{attributes.Favourite dish|soup}} today?",
    "Mail us at hello@example.com",
  ])("is fine: %s", (words) => {
    expect(found(text(words))).toEqual([]);
  });

  it.each([
    ["", "error empty"],
    [" \n", "error empty"],
    ["🎉 !", "warning only_emoji"],
    ["Hi {{nam|there}}", "error unknown_variable"],
    ["Hi {{__proto__|there}}", "error unknown_variable"],
    ["Hi {{|there}}", "error unknown_variable"],
    ["Hi {{attributes.|there}}", "error unknown_variable"],
    ["Hi {{name", "error stray_braces"],
    ["Hi name}}", "error stray_braces"],
    ["Hi {{{name|there}}}", "error stray_braces"],
    ["Hi {{name}}", "warning no_fallback"],
    ["See https://example.com", "warning link"],
    ["See example.com/menu.", "warning link"],
    ["See {{name|www.example.com}}", "warning link"],
    ["See http://example.com", "error unsafe_link"],
    ["See javascript://example.com", "error unsafe_link"],
    ["See https://bit.ly/3x", "error short_link"],
  ])("is judged: %s", (words, finding) => {
    expect(found(text(words))).toEqual([`${finding} /texts/0/text`]);
  });

  it("may be too long for its channel by its own words, or by what its variables bring", () => {
    expect(found(text("é".repeat(500), "instagram"))).toEqual([]);
    expect(found(text("é".repeat(501), "instagram"))).toEqual(["error too_long /texts/0/text"]);
    expect(found(text(`${"a".repeat(1980)}{{name|you}}`, "facebook"))).toEqual(["warning may_be_too_long /texts/0/text"]);
    expect(found(text("a".repeat(4096), "telegram"), text("a".repeat(20_000), "email"))).toEqual([]);
    expect(found(text("a".repeat(4097), "whatsapp"))).toEqual(["error too_long /texts/0/text"]);
    expect(found(text("a".repeat(1500)))).toEqual(["warning too_long /texts/0/text"]);
  });

  it("is the only one for its language and channel, and its language is a code", () => {
    expect(found(text("a"), text("b", "telegram"), text("c", null, "es"), text("d"))).toEqual(["error duplicate /texts/3"]);
    expect(found(text("a", null, "xx"), text("a", null, "es-MX"))).toEqual([
      "error unknown_language /texts/0/language",
      "error unknown_language /texts/1/language",
    ]);
  });
});
