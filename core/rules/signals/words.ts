/** The words of a folded text: runs of letters and digits; each emoji or other symbol is a word of its own. */
export function wordsOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}\s\p{P}]/gu) ?? [];
}
