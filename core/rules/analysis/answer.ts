import type { Reading } from "#core/model/reading.ts";
import type { PhraseMatch } from "./phrases/matcher.ts";

/** Yes or no by the first words that say one; a refusal anywhere outweighs a polite yes before it. */
export function readAnswer(matches: readonly PhraseMatch[]): Reading["answer"] {
  const others = matches.filter(({ label }) => label === "answer:none");
  const stands = (match: PhraseMatch) => !others.some(({ from, to }) => from <= match.from && to >= match.to);
  const answers = matches.filter((match) => match.label.startsWith("answer:") && match.label !== "answer:none" && stands(match));
  if (answers.length === 0) return null;
  return answers.some(({ label }) => label === "answer:no") ? "no" : "yes";
}
