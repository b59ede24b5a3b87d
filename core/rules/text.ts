/** Lower case, accents and compatibility forms folded, white space as single blanks: what keywords and search compare. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}+/gu, "")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .trim();
}

const wordCharacter = /[\p{L}\p{N}]/u;

/** Index of a folded phrase in a folded text, at word boundaries on both sides; -1 when it is not there as whole words. */
export function phraseIndex(folded: string, phrase: string): number {
  if (phrase === "") return -1;
  for (let at = folded.indexOf(phrase); at !== -1; at = folded.indexOf(phrase, at + 1)) {
    const before = at === 0 ? "" : folded.charAt(at - 1);
    const after = folded.charAt(at + phrase.length);
    const opens = !wordCharacter.test(before) || !wordCharacter.test(phrase.charAt(0));
    const closes = !wordCharacter.test(after) || !wordCharacter.test(phrase.charAt(phrase.length - 1));
    if (opens && closes) return at;
  }
  return -1;
}
