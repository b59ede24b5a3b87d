import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bold, clip, escape as escaped, inline, mrkdwn, nameOf, plain, quote, quoteAll } from "#bots/staff/blocks/text.ts";
import { anyWords } from "#tests/support/slack/block-kit-words.ts";

/** Look-alikes as the marks that they stand for, and characters that are escaped as people see them. */
const asSeen = (text: string) =>
  text
    .replace(/\u200b/g, "")
    .replace(/[∗∼ˋˍ∶]/gu, (mark) => ({ "∗": "*", "∼": "~", ˋ: "`", ˍ: "_", "∶": ":" })[mark] ?? mark)
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

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

  it.each([
    ...["a:b:c", ":smile:", ":+1:", "ok:tada:ok", ":flag-ph:", ":man-woman-boy:", ":x::y:", ":A:", "*bold*", "*multi\nline*", "* *", "**", "a*b*c"],
    ...["_it_", "_multi\nline_", "__init__", "a_b_", "_", "~gone~", "~multi\nline~", "`code`", "```block```", "``", "<!here>", "<!channel|x>"],
    ...[
      "<@U123>",
      "<#C1|general>",
      "<https://evil.example|Sign in>",
      "<mailto:a@b.c|x>",
      "<!subteam^S1>",
      "<!date^1^{date}|x>",
      "&lt;",
      "&amp;lt;",
      "&",
    ],
    ...["> quoted", ">>> all", "&gt; quoted", "*_~`:b:`~_*", "<*x*>", "x <!here> :b: *y*", "\u200b<!here>", "<\u200b!here>"],
  ])("appear as they were written: %j", (written) => {
    for (const show of [mrkdwn, inline, quote, bold, (text: string) => quoteAll(text).join("\n")]) {
      const shown = show(written);
      const inner = show === bold ? shown.slice(1, -1) : show === quote || show(written).startsWith("> ") ? shown.replace(/^> /gm, "") : shown;

      expect(inner).not.toMatch(/[*~`<>]|:[a-z0-9_+'-]*[a-z_+'-][a-z0-9_+'-]*:/i);
      expect(inner).not.toMatch(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u);
      expect(inner).not.toMatch(/&(?!(?:amp|lt|gt);)/);
      expect(asSeen(inner)).toBe(asSeen(escaped(show === inline || show === bold ? written.replace(/\s+/g, " ").trim() : written.trim())));
    }
    expect(plain(written, 200)).not.toMatch(/[<>]|:[a-z0-9_+'-]*[a-z_+'-][a-z0-9_+'-]*:/i);
  });

  it("keep times, ratios and addresses", () => {
    for (const text of ["10:30:15", "1:100:2", "at 10:30", "a: b", "https://example.com:8080/x", "snake_case"]) {
      expect([mrkdwn(text), plain(text, 99)]).toEqual([text, text]);
    }
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
