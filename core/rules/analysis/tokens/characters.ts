export const space = 0;
export const letter = 1;
export const digit = 2;
export const mark = 3;
export const emoji = 4;
export const punctuation = 5;

/** Kinds of the Basic Multilingual Plane, filled as characters are met; 255 is "not met yet". */
const known = new Uint8Array(0x10000).fill(255);

function classify(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return punctuation;
  const character = String.fromCodePoint(code);
  if (/\s/.test(character) || code < 0x20) return space;
  if (/\p{L}/u.test(character)) return letter;
  if (/\p{Nd}/u.test(character)) return digit;
  if (/\p{M}|\p{Cf}/u.test(character)) return mark;
  if (code > 0xff && /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{So}/u.test(character)) return emoji;
  return punctuation;
}

/** What kind of character a code point is; a lone surrogate is punctuation. */
export function kindOf(code: number): number {
  if (code > 0xffff) return code >= 0x1f000 && code <= 0x1fbff ? emoji : classify(code);
  const found = known[code] ?? 255;
  if (found !== 255) return found;
  const kind = classify(code);
  known[code] = kind;
  return kind;
}

export const isWordKind = (kind: number) => kind === letter || kind === digit || kind === mark;
