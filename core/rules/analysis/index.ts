import type { AnalysisInput, Reading } from "#core/model/reading.ts";
import { readInbound } from "./inbound.ts";
import { detectLanguage } from "./language.ts";
import { readOutbound } from "./outbound.ts";
import { isKnownWord } from "./phrases/rulebook.ts";
import { tokenize } from "./tokens/tokens.ts";

/** Raised whenever readings change, so that newer ones replace older ones. */
export const rulesAnalystVersion = "5";

/** What is said beyond this many characters is not read; it bounds the work on hostile texts. */
const longestRead = 4000;

/** Reads one message by rules alone: pure, deterministic, and never failing on any text. */
export function readMessage(input: AnalysisInput): Reading {
  const reader = tokenize(input.text.slice(0, longestRead), isKnownWord);
  const language = detectLanguage(reader.text, reader.tokens);
  const blank: Reading = {
    analyst: "rules",
    version: rulesAnalystVersion,
    language,
    sentiment: null,
    intents: [],
    answer: null,
    question: null,
    offer: null,
    conversion: null,
    revocation: null,
    fulfilment: null,
    promises: [],
    cannotResolve: null,
    details: [],
  };
  return { ...blank, ...(input.direction === "inbound" ? readInbound(input, reader, language) : readOutbound(input, reader, language)) };
}
