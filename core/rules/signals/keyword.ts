import { z } from "zod";
import { line } from "#core/model/line.ts";
import { foldText } from "#core/rules/text/text.ts";
import { defineSignal } from "./define.ts";
import { finding } from "./finding.ts";
import { lintOverlaps } from "./keywords/lint-overlaps.ts";
import { compileKeywords, keywordsIn } from "./keywords/match.ts";
import { compilePatterns } from "./keywords/pattern.ts";
import { wordsOf } from "./keywords/words.ts";

const phrasesExample = ["parking", "car park"];

/** Phrases stand in a message as whole words; patterns are regular expressions of RE2. Case and accents do not count for either. */
export const keyword = defineSignal({
  type: "keyword",
  position: 2,
  settings: {
    phrases: z.array(z.string().min(1).max(100)).max(200).default([]),
    patterns: z.array(z.string().min(1).max(200)).max(50).default([]),
  },
  check: {
    field: "phrases",
    message: "is empty, and there are no patterns",
    holds: ({ phrases, patterns }) => phrases.length + patterns.length > 0,
  },
  input: {
    phrases: z.array(line(100)).max(200).meta({ description: "Found as whole words, whatever their case and accents", example: phrasesExample }),
    patterns: z
      .array(line(200))
      .max(50)
      .meta({
        description: "Regular expressions of RE2, run over the text in small letters without accents",
        example: [String.raw`\b[0-9]+ cars?\b`],
      }),
  },
  view: {
    phrases: z.array(z.string()).meta({ example: phrasesExample }),
    patterns: z.array(z.string()).meta({ description: "Regular expressions of RE2", example: [] }),
  },
  points: "of the signal",
  detector(signals) {
    const keywords = compileKeywords(signals);
    return (fact) => (fact.type === "message" && fact.direction === "inbound" ? keywordsIn(fact.text, keywords) : []);
  },
  // All patterns share one size, and the last of them are left out.
  isOrdered: ({ patterns }) => patterns.length > 0,
  findings: {
    empty_phrase: { field: "phrases" },
    broken_pattern: { field: "patterns", isError: true },
    same_phrase: { field: "phrases" },
    contained_phrase: { field: "phrases" },
    same_pattern: { field: "patterns" },
    pattern_finds_phrase: { field: "patterns" },
    too_many_phrases: { field: null },
  },
  lint: {
    each: ({ id, phrases }) =>
      phrases
        .filter((phrase) => wordsOf(foldText(phrase)).length === 0)
        .map((phrase) => finding("empty_phrase", id, `the phrase “${phrase}” has no letter, digit or symbol to look for`)),
    all: (signals) =>
      compilePatterns(signals).faults.map(({ signal, index, fault }) => finding("broken_pattern", signal.id, `pattern ${index + 1} ${fault}`)),
    overlaps: lintOverlaps,
  },
  // When all patterns together are too large, the newest signal is the one that is refused.
  refusal(signal, others) {
    const found = compilePatterns([...others, signal]).faults.find((each) => each.signal === signal);
    return found ? { path: ["patterns", found.index], detail: found.fault } : null;
  },
  words: ({ phrases, patterns }) => [...phrases, ...patterns],
  lists: [{ field: "phrases", label: "Words or phrases, one to a line" }],
});
