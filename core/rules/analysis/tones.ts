import { emojiTones, emoticons } from "./lexicons/emoji.ts";
import { englishTone } from "./lexicons/tone/en-tone.ts";
import { spanishTone } from "./lexicons/tone/es-tone.ts";
import { tagalogTone } from "./lexicons/tone/tl-tone.ts";

const english = toneMap(englishTone);
const spanish = toneMap(spanishTone);
const tagalog = toneMap(tagalogTone);

/** Tone of emoji and typed faces. */
export const faceTones: ReadonlyMap<string, number> = new Map(Object.entries({ ...emojiTones, ...emoticons }));

/** Words of all languages with their tone; where two share a word, English has it. */
export const toneWords: ReadonlyMap<string, number> = new Map([...spanish, ...tagalog, ...english]);

const toneLanguages: ReadonlyMap<string, string | null> = languagesOf();

const byLanguage: Readonly<Record<string, ReadonlyMap<string, number>>> = { es: spanish, tl: tagalog };

/** Tone of a word, read in the message's language first; 0 when it has none. */
export function toneOf(word: string, language: string | null): number {
  return byLanguage[language ?? ""]?.get(word) ?? toneWords.get(word) ?? 0;
}

/** The one language whose lexicon has a word; null when none or several have. */
export function toneLanguage(word: string): string | null {
  const found = toneLanguages.get(word);
  return found === undefined ? null : found;
}

function languagesOf(): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const [language, tones] of Object.entries({ en: english, es: spanish, tl: tagalog })) {
    for (const word of tones.keys()) found.set(word, found.has(word) ? null : language);
  }
  return found;
}

function toneMap(lexicon: Readonly<Record<string, string>>): Map<string, number> {
  const tones = new Map<string, number>();
  for (const [tone, list] of Object.entries(lexicon)) {
    for (const entry of list.trim().split(/\s+/)) for (const word of formsOf(entry)) tones.set(word, Number(tone));
  }
  return tones;
}

/** "annoy/v" is a verb with all its forms, "happy/a" an adjective, "bug/n" has a plural; "/o" and "/s" are Spanish endings. */
function formsOf(entry: string): string[] {
  const [word = "", kind] = entry.split("/");
  if (kind === "v") return verb(word);
  if (kind === "a") return adjective(word);
  if (kind === "n") return [word, plural(word)];
  if (kind === "o") return ["o", "a", "os", "as"].map((ending) => word.slice(0, -1) + ending);
  if (kind === "s") return [word, `${word}s`];
  return kind === "es" ? [word, `${word}es`] : [word];
}

function verb(word: string): string[] {
  const stem = word.endsWith("e") ? word.slice(0, -1) : word;
  const past = /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ied` : `${stem}ed`;
  return [word, plural(word), past, `${stem}ing`];
}

function adjective(word: string): string[] {
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ily`, `${word.slice(0, -1)}iness`];
  const adverb = word.endsWith("le") ? `${word.slice(0, -1)}y` : word.endsWith("ic") ? `${word}ally` : `${word}ly`;
  return [word, adverb];
}

function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|sh|ch|x|z)$/.test(word) ? `${word}es` : `${word}s`;
}
