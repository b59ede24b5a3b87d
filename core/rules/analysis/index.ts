import type { AnalysisInput, Reading } from "#core/model/reading.ts";
import { namedIn } from "./agreed/named.ts";
import { timeIn } from "./due.ts";
import { readInbound } from "./inbound.ts";
import { detectLanguage } from "./language.ts";
import { keepWords, takenApart } from "./learned/words.ts";
import { readOutbound } from "./outbound.ts";

/** Raised whenever readings change, so that newer ones replace older ones. */
export const rulesAnalystVersion = "6";

/** Reads one message by rules alone: pure, deterministic, and never failing on any text. */
export function readMessage(input: AnalysisInput): Reading {
  const words = takenApart(input.text, input.direction);
  const { tokenized: reader, matches } = words;
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
  const isInbound = input.direction === "inbound";
  const found = isInbound ? readInbound(input, reader, language, matches) : readOutbound(input, reader, language, matches);
  const time = timeIn(reader.tokens, input.sentAt, input.timeZone);
  const named = namedIn(reader.text, language, input);
  const reading: Reading = { ...blank, ...found, ...(time === null ? {} : { time }), ...(named ? { named } : {}) };
  keepWords(reading, words);
  return reading;
}
