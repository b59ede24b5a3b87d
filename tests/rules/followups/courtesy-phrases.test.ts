import { describe, expect, it } from "vitest";
import { isOnlyPromise } from "#core/rules/followups/only-promise.ts";
import { said } from "#tests/rules/analysis/read.ts";

const brings = (text: string) => !isOnlyPromise(text, said(text));

describe("courtesy in several words brings nothing yet", () => {
  it.each([
    ["Thank you for reaching out! I'll get back to you tomorrow."],
    ["Sorry about the delay, still checking"],
    ["Hi Ana, bear with me please"],
    ["Thanks for your message. We'll reply tomorrow."],
    ["Give me a second"],
    ["Salamat po sa paghihintay, balikan ko po kayo mamaya"],
    ["Salamat po sa pag-message"],
    ["Sandali lang po"],
    ["Wait lang po, chinecheck pa po namin"],
    ["Gracias por escribirnos. Le respondo mañana."],
    ["Disculpe la demora, seguimos verificando"],
    ["Deme un momentito, por favor"],
  ])("%s", (text) => {
    expect(brings(text)).toBe(false);
  });

  it.each([
    ["Still available"],
    ["Not yet"],
    ["Thanks for waiting, it is sold out"],
    ["I'm still checking the others, but the red one is 300"],
    ["I'll look into it. Here is how it works: https://example.com/help"],
    ["Sandali lang po, 500 po ang isa"],
    ["Gracias por la espera, ya no quedan mesas"],
  ])("but not %s", (text) => {
    expect(brings(text)).toBe(true);
  });
});
