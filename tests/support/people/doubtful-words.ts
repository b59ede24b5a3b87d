import type { UnsureFinding } from "#core/model/vocabulary.ts";
import { readText } from "#tests/eval/analyst.ts";
import { readLines } from "#tests/train/corpus.ts";

/**
 * Words of a business, without any before them, that the reader in context is unsure of, and what they may say. They are looked for in the
 * corpus, since other weights are unsure of others.
 */
export function doubtfulWords(): { text: string; what: UnsureFinding } {
  for (const { text, role } of readLines("tests/corpus/train")) {
    const unsure = role === "agent" ? readText(text, { direction: "outbound" }).unsure?.[0] : undefined;
    if (unsure) return { text, what: unsure.what };
  }
  throw new Error("the reader in context is sure of all words of the corpus");
}
