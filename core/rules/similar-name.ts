/** The known name that somebody may have meant: the same but for case and separators, or at most two letters apart. Null: none, or it is known. */
export function similarName(given: string, known: readonly string[]): string | null {
  if (known.includes(given)) return null;
  const plain = plainName(given);
  const near = known.map((name) => ({ name, distance: distanceBetween(plain, plainName(name)) })).sort((a, b) => a.distance - b.distance);
  const [nearest] = near;
  return nearest && nearest.distance <= mostApart(plain) ? nearest.name : null;
}

/** Short names differ by little anyway. */
const mostApart = ({ length }: string): number => (length < 5 ? 0 : length < 9 ? 1 : 2);

const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Letters to put in, take out or change (Levenshtein); names are at most 64 long. */
function distanceBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
