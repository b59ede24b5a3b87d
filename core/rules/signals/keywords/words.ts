import { unspacedScripts } from "#core/rules/text/text.ts";

/**
 * The words of a folded text: runs of letters and digits with their marks; each emoji or other symbol is a word of its own. In
 * scripts that put no blanks between words each letter is one, so that a phrase is found wherever it stands.
 */
export function wordsOf(folded: string): string[] {
  return folded.match(word) ?? [];
}

const letter = String.raw`[\p{L}\p{N}]`;
const word = new RegExp(
  String.raw`[${letter}&&[${unspacedScripts}]]\p{M}*|(?:[${letter}--[${unspacedScripts}]]\p{M}*)+|[^\p{L}\p{N}\p{M}\s\p{P}]`,
  "gv",
);
