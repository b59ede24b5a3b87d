import { foldText, searchForm } from "./text.ts";

/** What `q` looks in: name, e-mail and phone digits, folded, on a line each. */
export function searchText(name: string | null, email: string | null, phone: string | null): string {
  return [name ? searchForm(foldText(name)) : "", email ? searchForm(foldText(email)) : "", phone ? phone.replace(/\D/g, "") : ""]
    .filter(Boolean)
    .join("\n");
}

/** Phones are stored as digits with the country first: separators go, groups join, and so do the zeros dialled before the number. */
const phoneLike = /^[+\d().\-/]*\d[+\d().\-/]*$/;

/** The words of `q`, each as it stands in the text above when it is there. */
export function searchWords(q: string): string[] {
  const words = foldText(q.replaceAll("\0", " ")).split(" ").filter(Boolean);
  if (words.length > 1 && words.every((word) => phoneLike.test(word))) return [toDigits(words.join(""))];
  return words.map((word) => (phoneLike.test(word) ? toDigits(word) : searchForm(word)));
}

function toDigits(word: string): string {
  const digits = word.replace(/\D/g, "");
  return digits.replace(/^00?(?=\d)/, "");
}
