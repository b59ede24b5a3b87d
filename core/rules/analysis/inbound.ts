import type { AnalysisInput, Reading } from "#core/model/reading.ts";
import { readAnswer } from "./answer.ts";
import { readDetails } from "./details/index.ts";
import { readIntents } from "./intents.ts";
import { readOwnIntents } from "./own-intents.ts";
import type { PhraseMatch } from "./phrases/matcher.ts";
import { readQuestion } from "./question.ts";
import { readSentiment } from "./sentiment.ts";
import type { TokenizedText } from "./tokens/tokens.ts";

/** What a customer's message says. `matches`: all phrases of customers in it. */
export function readInbound(input: AnalysisInput, reader: TokenizedText, language: string | null, matches: readonly PhraseMatch[]): Partial<Reading> {
  const sentiment = readSentiment(reader, matches, language);
  const answer = readAnswer(matches);
  return {
    sentiment,
    intents: [...readIntents(reader, matches), ...readOwnIntents(input, reader)],
    // "Great, another delay" accepts nothing.
    answer: answer === "yes" && (sentiment ?? 0) < -0.2 ? null : answer,
    question: readQuestion(reader),
    details: readDetails(input, reader, matches),
  };
}
