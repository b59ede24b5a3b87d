import type { AnalysisInput, Reading } from "#core/model/reading.ts";
import { dueAt } from "./due.ts";
import { cut } from "./evidence.ts";
import type { Match } from "./matcher.ts";
import type { Reader } from "./tokens.ts";

/** Promises to come back, one a sentence; the quote is the sentence. */
export function readPromises(input: AnalysisInput, reader: Reader, matches: readonly Match[]): Reading["promises"] {
  const found: Reading["promises"] = [];
  for (const sentence of reader.sentences) {
    const says = (what: string) => matches.some(({ label, from }) => label === what && from >= sentence.from && from < sentence.to);
    if (!says("promise") || says("not:promise") || sentence.asks) continue;
    found.push({
      quote: cut(reader.text, sentence.start, sentence.end),
      dueAt: dueAt(reader.tokens.slice(sentence.from, sentence.to), input.sentAt, input.timeZone),
    });
  }
  return found;
}
