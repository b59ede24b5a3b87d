import { namedWords } from "#core/rules/text/text.ts";

/** The shortest name for which one different letter counts as similar: shorter names are one letter apart from too many others. */
const tellingLetters = 3;

/** How alike two folded names are: the same words, or one within the other or one letter apart; null: they are not. */
export function nameLikeness(a: string, b: string): "same_name" | "like_name" | null {
  const [mine, theirs] = [wordsOf(a), wordsOf(b)];
  if (mine.length === 0 || theirs.length === 0) return null;
  if (mine.join(" ") === theirs.join(" ")) return "same_name";
  return areWithin(mine, theirs) || areWithin(theirs, mine) || isOneApart(mine.join(""), theirs.join("")) ? "like_name" : null;
}

/** The name's words in alphabetical order, so that a family name written first makes no difference. */
function wordsOf(name: string): string[] {
  return namedWords(name).sort();
}

function areWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.every((word) => all.includes(word));
}

/** True when the texts differ by one added, missing or different letter. */
function isOneApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [[...a], [...b]] : [[...b], [...a]];
  if (short.length < tellingLetters || long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  const rest = long.slice(same + 1).join("");
  return rest === short.slice(short.length === long.length ? same + 1 : same).join("");
}
