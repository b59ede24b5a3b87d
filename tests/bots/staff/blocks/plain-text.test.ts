import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { customerTextIn } from "#bots/staff/blocks/input-values.ts";
import { emojiIn, plainText } from "#bots/staff/blocks/plain-text.ts";

const richText = [
  {
    type: "rich_text",
    elements: [
      {
        type: "rich_text_section",
        elements: [
          { type: "emoji", name: "smile", unicode: "1f604" },
          { type: "emoji", name: "flag-ph", unicode: "1f1f5-1f1ed" },
          { type: "emoji", name: "our-logo" },
        ],
      },
    ],
  },
];
const names = { users: new Map([["U1", "Ana Reyes"]]), emoji: emojiIn(richText) };

it.each([
  ["emoji", "Done :smile: :flag-ph:", "Done 😄 🇵🇭"],
  ["emoji that only this workspace has, which stay words", "ours :our-logo:", "ours :our-logo:"],
  ["times, which are no emoji", "from 10:30:15 on", "from 10:30:15 on"],
  ["ratios, which are no emoji", "mix 1:100:2", "mix 1:100:2"],
  ["emoji that no rich text names", "ok :+1: :thumbsup: :hugging_face:!", "ok 👍 👍 🤗!"],
  ["emoji with a skin tone", ":wave::skin-tone-3: bye", "👋🏼 bye"],
  ["letters between colons, which are no emoji", "a:b:c and v:x:1, file:a:b", "a:b:c and v:x:1, file:a:b"],
  ["a letter alone between colons", ":b: is one", "🅱️ is one"],
  ["emoji beside letters that rich text names", "ok:smile:then", "ok😄then"],
  ["emoji next to each other", ":+1::tada:", "👍🎉"],
  ["marks that begin and end on two lines", "*multi\nline* _multi\nline_ ~multi\nline~", "*multi\nline* _multi\nline_ ~multi\nline~"],
  ["bold", "*Free* until *5 May*", "Free until 5 May"],
  ["italics", "_please_ note", "please note"],
  ["struck out", "~200~ 150", "200 150"],
  ["code", "use `VILLA10` at checkout", "use VILLA10 at checkout"],
  ["a block of code", "```\nline one\nline two\n```", "line one\nline two"],
  ["marks within each other", "*_both_*", "both"],
  ["arithmetic and names with marks within", "2*3*4 and snake_case_name", "2*3*4 and snake_case_name"],
  ["a list with stars", "* one\n* two", "* one\n* two"],
  ["a colleague", "ask <@U1>", "ask Ana Reyes"],
  ["a colleague with a label", "ask <@U2|ben>", "ask ben"],
  ["a call to everybody", "<!here> look", "look"],
  ["a channel", "in <#C1|bookings>", "in bookings"],
  ["a link with a label", "see <https://example.com/_a_/b|our page>", "see our page (https://example.com/_a_/b)"],
  ["a link alone", "<https://example.com/a_b_c>", "https://example.com/a_b_c"],
  ["a bold link", "*<https://example.com|here>*", "here (https://example.com)"],
  ["an e-mail", "<mailto:ana@example.com|ana@example.com>", "ana@example.com"],
  ["escaped characters", "Tom &amp; Co &lt;3 &amp;amp;", "Tom & Co <3 &amp;"],
])("%s", (_story, written, plain) => {
  expect(plainText(written, names)).toBe(plain);
});

// The modals whose text goes to a customer, each with its input filled in.
it.each([
  ["*Free* until _Friday_", "Free until Friday"],
  ["  `VILLA10` for ~200~ 150 ", "VILLA10 for 200 150"],
  ["See you :smile:", "See you 😄"],
  ["2*3*4 and snake_case_name", "2*3*4 and snake_case_name"],
  ["* *", "* *"],
  [" \n ", null],
  [null, null],
])("the text of a modal for a customer: %j", (written, plain) => {
  expect(customerTextIn({ text: { text: written } }, "text")).toBe(plain);
});

it("is how every modal reads a text that goes to a customer", () => {
  const sources = globSync("bots/staff/**/*.ts").map((path) => readFileSync(path, "utf8"));
  const sending = sources.filter(
    (source) => /\b(?:sendReply|editFollowUp)\((?:submission\.)?(?:ctx|submission), \{/.test(source) && source.includes("ModalHandler"),
  );

  expect(sending).toHaveLength(2);
  for (const source of sending) expect(source).toMatch(/const text = customerTextIn\(/);
});
