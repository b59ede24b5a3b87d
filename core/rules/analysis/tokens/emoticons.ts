import { emoticons } from "../lexicons/emoji.ts";

const byFirst = new Map<string, string[]>();
for (const face of Object.keys(emoticons).sort((a, b) => b.length - a.length)) {
  byFirst.set(face.charAt(0), [...(byFirst.get(face.charAt(0)) ?? []), face]);
}

/** End of the typed face that begins here (":)", "<3"), or `at` when none does. */
export function emoticonAt(text: string, at: number): number {
  for (const face of byFirst.get(text.charAt(at)) ?? []) if (text.startsWith(face, at)) return at + face.length;
  return at;
}
