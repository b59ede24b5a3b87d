import type { AnalysisInput, Reading } from "#core/model/reading.ts";
import { readAnswer } from "./answer.ts";
import { readDetails } from "./details/index.ts";
import { readIntents } from "./intents.ts";
import { findMatches } from "./matcher.ts";
import { readOwnIntents } from "./own-intents.ts";
import { readQuestion } from "./question.ts";
import { customerRules } from "./rulebook.ts";
import { readSentiment } from "./sentiment.ts";
import type { Reader } from "./tokens.ts";

/** What a customer's message says. */
export function readInbound(input: AnalysisInput, reader: Reader, language: string | null): Partial<Reading> {
  const matches = findMatches(customerRules, reader.tokens);
  return {
    sentiment: readSentiment(reader, matches, language),
    intents: [...readIntents(reader, matches), ...readOwnIntents(input, reader)],
    answer: readAnswer(matches),
    question: readQuestion(reader),
    details: readDetails(input, reader, matches),
  };
}
