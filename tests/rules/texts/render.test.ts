import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderText } from "#core/rules/texts/render.ts";

const values = { name: "Ana Reyes", company: null, "attributes.city": "Makati" };

describe("a text with variables", () => {
  it.each([
    ["Hi {{name}}!", "Hi Ana Reyes!", []],
    ["Hi {{ name | there }} in {{attributes.city}}", "Hi Ana Reyes in Makati", []],
    ["Hi {{company|your company}}", "Hi your company", []],
    ["Hi {{company|}}, hello", "Hi, hello", []],
    ["{{company}} and {{company}} and {{quote}}", " and and", ["company", "quote"]],
    ["{{toString}} {{__proto__|x}}", " x", ["toString"]],
    ["\\{{name}} is \\{{ and \\}} for {{name}}", "{{name}} is {{ and }} for Ana Reyes", []],
    ["{{name|a\nb}}", "Ana Reyes", []],
    ["50 {euro} $& $1 \\ done", "50 {euro} $& $1 \\ done", []],
  ])("%j reads %j", (text, rendered, missing) => {
    expect(renderText(text, values)).toEqual({ text: rendered, missing });
  });

  it("never reads a value as a variable", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (value) => {
        expect(renderText("[{{name}}]", { name: value, secret: "S" }).text).toBe(`[${value}]`);
      }),
    );
    expect(renderText("{{name}}", { name: "{{secret}}$&", secret: "S" }).text).toBe("{{secret}}$&");
  });

  it("stays as it is without braces", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }).filter((text) => !/[{}]/.test(text)),
        (text) => renderText(text, {}).text === text,
      ),
    );
  });
});
