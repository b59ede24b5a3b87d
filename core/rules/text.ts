/** Lower case, accents and compatibility forms folded, white space as single blanks: what keywords and search compare. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}+/gu, "")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .trim();
}
