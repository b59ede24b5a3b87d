import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bold, clip, escape as escaped, inline, mrkdwn, nameOf, quote, quoteAll } from "#bots/staff/blocks/text.ts";
import { anyWords } from "#tests/support/slack/block-kit-words.ts";

const family = "👩‍👩‍👧‍👦";

describe("words of other people", () => {
  it("call nobody and link nowhere", () => {
    expect(mrkdwn("<!channel> <@U1> <https://evil.example|Sign in> &lt;!here&gt;")).toBe(
      "&lt;!channel&gt; &lt;@U1&gt; &lt;https://evil.example|Sign in&gt; &amp;lt;!here&amp;gt;",
    );
  });

  it("do not format what stands around them", () => {
    expect(mrkdwn("*a* ~b~ `c` _d_ snake_case")).toBe("∗a∗ ∼b∼ ˋcˋ ˍdˍ snake_case");
  });

  it("do not turn the direction of what follows", () => {
    expect(inline("\u202Eana\u2066")).toBe("ana");
    expect(inline("مرحبا")).toBe("\u2068مرحبا\u2069");
  });

  it("are cut between characters as people see them, never inside an entity", () => {
    expect(clip(`ab${family}`, 5)).toBe("ab…");
    expect(clip(`ab${family}`, 2 + family.length)).toBe(`ab${family}`);
    expect(mrkdwn("&&&&", 11)).toBe("&amp;&amp;…");
  });

  it("never grow beyond the room they have, and lose nothing when they fit", () => {
    fc.assert(
      fc.property(anyWords, fc.integer({ min: 1, max: 400 }), (words, max) => {
        const shown = mrkdwn(words, max);

        expect(shown.length).toBeLessThanOrEqual(max);
        expect(shown.isWellFormed()).toBe(true);
        expect(escaped(shown.replace(/&(amp|lt|gt);/g, ""))).toBe(shown.replace(/&(amp|lt|gt);/g, ""));
      }),
    );
  });
});

describe("a quotation", () => {
  it("marks every line, the empty ones too", () => {
    expect(quote("one\n\ntwo")).toBe("> one\n> \n> two");
  });

  it("ends after its lines, and says so", () => {
    expect(quote("1\n2\n3\n4", { lines: 2 })).toBe("> 1\n> 2\n> …");
  });

  it("is nothing when there is nothing to see", () => {
    expect(quote("\u200B \n\uFEFF")).toBe("");
  });

  it("of a whole text leaves nothing out, in parts that fit", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 9000 }), (text) => {
        const parts = quoteAll(text, 500);

        expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(500);
        const said = parts.join("\n").replaceAll(/^> /gm, "").replaceAll("\n", "");
        expect(said).toBe(mrkdwn(text.trim(), 100_000).replaceAll("\n", ""));
      }),
    );
  });
});

describe("a name", () => {
  it("is the best that is known", () => {
    expect(nameOf({ name: "Ana", email: "a@example.com", phone: null })).toBe("Ana");
    expect(nameOf({ name: null, email: "a@example.com", phone: null })).toBe("a@example.com");
  });

  it("that cannot be seen is none", () => {
    expect(nameOf({ name: "\u200B\u3164 \u200D", email: null, phone: null })).toBe("Somebody without a name");
    expect(bold("\u200B")).toBe("*–*");
  });
});
