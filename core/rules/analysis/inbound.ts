import type { AnalysisInput, Reading } from "#core/model/reading.ts";
import { readIntents } from "./intents.ts";
import { findMatches } from "./matcher.ts";
import { readQuestion } from "./question.ts";
import { customerRules } from "./rulebook.ts";
import { readSentiment } from "./sentiment.ts";
import type { Reader } from "./tokens.ts";

/** What a customer's message says. */
export function readInbound(_input: AnalysisInput, reader: Reader, language: string | null): Partial<Reading> {
  const matches = findMatches(customerRules, reader.tokens);
  return { sentiment: readSentiment(reader, matches, language), intents: readIntents(reader, matches), question: readQuestion(reader) };
}
