import { spellings } from "../lexicons/spellings.ts";

const endings: Record<string, string> = { "n't": "not", "'ll": "will", "'re": "are", "'ve": "have", "'d": "would", "'m": "am" };
const isAfter = new Set([
  "it",
  "that",
  "what",
  "how",
  "where",
  "who",
  "here",
  "there",
  "he",
  "she",
  "when",
  "why",
  "this",
  "everything",
  "something",
]);

/** The plain words a written word stands for: contractions and chat spellings written out, stretched letters undone; null when it stands for itself. */
export function respell(word: string, stretched: boolean, known: (word: string) => boolean): readonly string[] | null {
  const single = stretched ? unstretch(word, known) : word;
  const spelt = spellings.get(single);
  if (spelt) return spelt;
  const apostrophe = single.indexOf("'");
  if (apostrophe !== -1) return contraction(single, apostrophe);
  return stretched ? [single] : null;
}

function contraction(word: string, apostrophe: number): string[] {
  const stem = word.slice(0, apostrophe);
  const ending = word.slice(apostrophe);
  if (ending === "'s") return isAfter.has(stem) ? [stem, "is"] : [stem];
  if (ending === "'t" && stem.endsWith("n")) return [stem.slice(0, -1), "not"];
  const written = endings[ending];
  if (written) return [stem, written];
  return [stem, ending.slice(1).replaceAll("'", "")].filter((part) => part !== "");
}

function unstretch(word: string, known: (word: string) => boolean): string {
  const twice = word.replace(/(.)\1{2,}/gu, "$1$1");
  if (known(twice)) return twice;
  const once = word.replace(/(.)\1{2,}/gu, "$1");
  return known(once) || !known(twice) ? once : twice;
}
