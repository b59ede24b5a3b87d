import { languageWords } from "./lexicons/languages.ts";
import type { Token } from "./tokens/tokens.ts";
import { toneLanguage } from "./tones.ts";

const scripts: readonly (readonly [from: number, to: number, language: string])[] = [
  [0x0370, 0x03ff, "el"],
  [0x0400, 0x04ff, "ru"],
  [0x0531, 0x058f, "hy"],
  [0x0590, 0x05ff, "he"],
  [0x0600, 0x06ff, "ar"],
  [0x0900, 0x097f, "hi"],
  [0x0980, 0x09ff, "bn"],
  [0x0a00, 0x0a7f, "pa"],
  [0x0a80, 0x0aff, "gu"],
  [0x0b80, 0x0bff, "ta"],
  [0x0c00, 0x0c7f, "te"],
  [0x0c80, 0x0cff, "kn"],
  [0x0d00, 0x0d7f, "ml"],
  [0x0e00, 0x0e7f, "th"],
  [0x0e80, 0x0eff, "lo"],
  [0x1000, 0x109f, "my"],
  [0x10a0, 0x10ff, "ka"],
  [0x1200, 0x137f, "am"],
  [0x1780, 0x17ff, "km"],
  [0x3040, 0x30ff, "ja"],
  [0x4e00, 0x9fff, "zh"],
  [0xac00, 0xd7af, "ko"],
];

/** ISO 639-1 of the main language by script and by its small words, null when too little tells. */
export function detectLanguage(text: string, tokens: readonly Token[]): string | null {
  const counts = new Map<string, number>();
  for (const { text: word, kind } of tokens) {
    if (kind !== "word") continue;
    const languages = languageWords.get(word);
    const toned = toneLanguage(word);
    if (toned && !languages) counts.set(toned, (counts.get(toned) ?? 0) + 0.5);
    if (languages) for (const [language, weight] of languages) counts.set(language, (counts.get(language) ?? 0) + weight);
  }
  const plain = isPlain(text);
  if (!plain) countLetters(text, counts);
  let best: string | null = null;
  let most = 0;
  for (const [language, count] of counts) {
    if (count > most) {
      best = language;
      most = count;
    }
  }
  return (plain ? null : scriptOf(text)) ?? best;
}

/** No letters but those of English, as most messages are. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length && at < 400; at += 1) if (text.charCodeAt(at) > 0xa0) return false;
  return true;
}

/** Letters that only some languages write. */
const letters: readonly (readonly [set: string, language: string, weight: number])[] = [
  ["ñ¿¡", "es", 2],
  ["áíóú", "es", 0.4],
  ["ãõ", "pt", 1.5],
  ["çàèêœ", "fr", 0.6],
  ["ßäö", "de", 1],
  ["ığş", "tr", 1.5],
];

function countLetters(text: string, counts: Map<string, number>): void {
  for (let at = 0; at < text.length && at < 400; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0xa1 || code > 0x1ff) continue;
    for (const [set, language, weight] of letters) {
      if (set.includes(text.charAt(at).toLowerCase())) counts.set(language, (counts.get(language) ?? 0) + weight);
    }
  }
}

/** The language of most letters beyond Latin, when they are at least a third of the first letters. */
function scriptOf(text: string): string | null {
  const counts = new Map<string, number>();
  let letters = 0;
  for (let at = 0; at < text.length && at < 400; at += 1) {
    const code = text.charCodeAt(at);
    if ((code > 64 && code < 91) || (code > 96 && code < 123)) letters += 1;
    if (code < 0x370) continue;
    const script = scripts.find(([from, to]) => code >= from && code <= to);
    if (script) {
      letters += 1;
      counts.set(script[2], (counts.get(script[2]) ?? 0) + 1);
    }
  }
  if ((counts.get("ja") ?? 0) > 0) return "ja";
  for (const [language, count] of counts) if (count * 3 >= letters) return language;
  return null;
}
