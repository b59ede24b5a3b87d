import fc from "fast-check";

/** What people, and people who mean harm, write into names and messages. */
const nasty = [
  "<!channel>",
  "<!here|here>",
  "<!everyone>",
  "<@U123>",
  "<#C123|general>",
  "<https://evil.example|Sign in>",
  "<!date^0^{date}|evil>",
  "<!subteam^S1>",
  "&lt;!channel&gt;",
  "&amp;amp;",
  "@channel",
  "*bold*",
  "~struck~",
  "_leaning_",
  "`code`",
  "```",
  "> quoted",
  "\u202Eesrever",
  "\u2066left\u2069",
  "مرحبا بكم",
  "שלום",
  "👩‍👩‍👧‍👦",
  "🇵🇭",
  "e\u0301\u0302\u0303",
  "\u200B",
  "\u200D",
  "\uFEFF",
  "\u3164",
  "\u0000\u0007",
  "\uD83D",
  "\r\n",
  "\n\n\n",
  "\t",
  "\u2028",
  "|",
  ":skull:",
  "&",
  "<",
  ">",
  "Z\u0351\u036B\u0343\u0363\u0369",
];

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...nasty) },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
);

const short = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
/** Up to 20,000 characters of one thing. */
const endless = fc.tuple(piece, fc.integer({ min: 1, max: 20_000 })).map(([one, length]) => (one || "a").repeat(length).slice(0, length));

export const anyWords: fc.Arbitrary<string> = fc.oneof({ weight: 12, arbitrary: short }, { weight: 1, arbitrary: endless });
export const anyWordsOrNone: fc.Arbitrary<string | null> = fc.option(anyWords, { freq: 4 });
