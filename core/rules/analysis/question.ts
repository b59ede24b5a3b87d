import type { Reading } from "#core/model/reading.ts";
import { cut } from "./evidence.ts";
import { askedSubjects, askingOpeners, askingParticles, askingVerbs, howMuch } from "./lexicons/questions.ts";
import type { Reader, Sentence, Token } from "./tokens.ts";

/** The last sentence that asks, with or without a question mark. */
export function readQuestion({ text, tokens, sentences }: Reader): Reading["question"] {
  const last = sentences.findLast((sentence) => sentence.asks || opensAsking(tokens, sentence));
  return last ? { quote: cut(text, last.start, last.end) } : null;
}

/** "How much is it", "can you come", "magkano po": words that ask even where the mark is left out. */
function opensAsking(tokens: readonly Token[], { from, to }: Sentence): boolean {
  const first = tokens[from]?.text ?? "";
  const second = to > from + 1 ? (tokens[from + 1]?.text ?? "") : "";
  if (askingOpeners.has(first)) return second !== "a" && second !== "an";
  if (first === "how") return howMuch.has(second);
  if (askingVerbs.has(first)) return askedSubjects.has(second);
  return tokens.slice(from, to).some(({ text }) => askingParticles.has(text));
}
