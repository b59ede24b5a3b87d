import { foldText } from "#core/rules/text/text.ts";
import { digit, isWordKind, kindOf, letter } from "./characters.ts";

export const plain = { loud: false, stretched: false };

/** A hyphen or slash between two letters joins words; it does not part them. */
export function joinsWords(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (character !== "-" && character !== "/" && character !== "&" && character !== "+") return false;
  return isWordKind(kindOf(text.charCodeAt(at - 1) || 32)) && isWordKind(kindOf(text.charCodeAt(at + 1) || 32));
}

export function scanWord(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    if (isWordKind(kindOf(code))) at += code > 0xffff ? 2 : 1;
    else if ((code === 39 || code === 0x2019) && kindOf(text.codePointAt(at + 1) ?? 32) === letter) at += 1;
    else break;
  }
  return at;
}

/** Digits with single points, commas and colons between them; letters that follow are a word of their own. */
export function scanNumber(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (kindOf(code) === digit) at += 1;
    else if ((code === 46 || code === 44 || code === 58) && kindOf(text.charCodeAt(at + 1) || 32) === digit) at += 1;
    else break;
  }
  return Math.max(at, start + 1);
}

export function scanHandle(text: string, start: number): number {
  let at = start;
  while (at < text.length && (isWordKind(kindOf(text.charCodeAt(at))) || text.charCodeAt(at) === 95)) at += 1;
  return at;
}

/** Skin tones, joiners and variation selectors belong to the emoji before them. */
export function emojiEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    if (code === 0xfe0f || (code >= 0x1f3fb && code <= 0x1f3ff)) at += code > 0xffff ? 2 : 1;
    else if (code === 0x200d) at += 1 + ((text.codePointAt(at + 1) ?? 0) > 0xffff ? 2 : 1);
    else break;
  }
  return Math.min(at, text.length);
}

export function foldWord(word: string): string {
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) > 127) return foldText(word);
  return word.toLowerCase();
}

export function shapeOf(text: string, start: number, end: number): { loud: boolean; stretched: boolean } {
  let loud = end - start > 1;
  let stretched = false;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if ((code > 96 && code < 123) || (code > 47 && code < 58) || code > 127) loud = false;
    if (at >= start + 2 && lower(code) === lower(text.charCodeAt(at - 1)) && lower(code) === lower(text.charCodeAt(at - 2))) stretched = true;
  }
  return loud || stretched ? { loud, stretched } : plain;
}

const lower = (code: number) => (code > 64 && code < 91 ? code + 32 : code);
