import { foldText } from "#core/rules/text.ts";
import { digit, emoji, isWordKind, kindOf, letter, mark, space } from "./characters.ts";
import { emoticonAt } from "./emoticons.ts";
import { scanEmail, scanUrl } from "./links.ts";
import { respell } from "./spelling.ts";

export type TokenKind = "word" | "number" | "emoji" | "mention" | "tag" | "url" | "email" | "money";

/** A word as written at [start, end) of the text. `text` is folded and spelt out: "can't" is two tokens with one place. */
export type Token = {
  text: string;
  kind: TokenKind;
  start: number;
  end: number;
  /** What stands before it: 0 nothing or blanks, 1 a comma, dash or emoji, 2 the end of a sentence. */
  gap: 0 | 1 | 2;
  /** Written in capitals only. */
  loud: boolean;
  /** Written with a letter three times or more ("sooo"). */
  stretched: boolean;
};

/** Tokens [from, to), at [start, end) of the text, with the marks that end them. */
export type Sentence = { from: number; to: number; start: number; end: number; asks: boolean; exclaims: number };

export type Reader = { text: string; tokens: Token[]; sentences: Sentence[] };

const sentenceEnds = ".!?…。！？\n;¡¿؟।";
const quiet = "'\"“”‘’`*_~";
const currency = "$€£¥₱₹₩₫฿₦";

/** Reads a text once, left to right. `known` says whether a word is in use, to undo stretched spellings. */
export function tokenize(text: string, known: (word: string) => boolean): Reader {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  let gap: 0 | 1 | 2 = 0;
  let open = { from: 0, start: 0, asks: false, exclaims: 0 };

  const add = (word: string, kind: TokenKind, start: number, end: number) => {
    if (gap === 2) closeSentence(start);
    const first = tokens.length === 0;
    const shape = kind === "word" || kind === "tag" ? shapeOf(text, start, end) : plain;
    const spelt = kind === "word" || kind === "tag" ? respell(word, shape.stretched, known) : null;
    if (!spelt) tokens.push({ text: word, kind, start, end, gap: first ? 0 : gap, loud: shape.loud, stretched: false });
    for (const [index, part] of (spelt ?? none).entries()) {
      tokens.push({ text: part, kind, start, end, gap: first || index > 0 ? 0 : gap, loud: shape.loud, stretched: shape.stretched });
    }
    gap = kind === "emoji" ? 1 : 0;
  };
  const closeSentence = (start: number) => {
    const last = tokens.at(-1);
    if (tokens.length > open.from && last) {
      sentences.push({ from: open.from, to: tokens.length, start: open.start, end: last.end, asks: open.asks, exclaims: open.exclaims });
    }
    open = { from: tokens.length, start, asks: false, exclaims: 0 };
  };

  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const kind = kindOf(code);
    const width = code > 0xffff ? 2 : 1;
    if (kind === space) {
      if (code === 10) gap = 2;
      at += width;
    } else if (kind === letter || kind === mark) {
      const link = scanUrl(text, at) || scanEmail(text, at);
      const end = link || scanWord(text, at);
      if (link)
        add(
          text.slice(at, end).toLowerCase(),
          text.charCodeAt(at) !== 64 && text.slice(at, end).includes("://") ? "url" : linkKind(text, at, end),
          at,
          end,
        );
      else add(fold(text.slice(at, end)), "word", at, end);
      at = end;
    } else if (kind === digit) {
      const email = scanEmail(text, at);
      const end = email || scanNumber(text, at);
      add(text.slice(at, end).toLowerCase(), email ? "email" : "number", at, end);
      at = end;
    } else {
      const face = kind === emoji ? emojiEnd(text, at + width) : emoticonAt(text, at);
      const next = text.codePointAt(at + 1) ?? 0;
      if (face > at) {
        add(kind === emoji ? String.fromCodePoint(code) : text.slice(at, face), "emoji", at, face);
        at = face;
      } else if ((code === 64 || code === 35) && isWordKind(kindOf(next))) {
        const end = scanHandle(text, at + 1);
        add(fold(text.slice(at + 1, end)), code === 64 ? "mention" : "tag", at, end);
        at = end;
      } else {
        const character = text.charAt(at);
        if (currency.includes(character)) add(character, "money", at, at + 1);
        else if (sentenceEnds.includes(character)) {
          gap = 2;
          if (character === "?" || character === "？" || character === "¿" || character === "؟")
            open.asks ||= tokens.length > open.from || character === "¿";
          if (character === "!" || character === "！") open.exclaims += 1;
        } else if (gap === 0 && !quiet.includes(character) && !joinsWords(text, at)) gap = 1;
        at += width;
      }
    }
  }
  closeSentence(text.length);
  return { text, tokens, sentences };
}

const plain = { loud: false, stretched: false };
const none: readonly string[] = [];

function linkKind(text: string, start: number, end: number): TokenKind {
  return text.slice(start, end).includes("@") ? "email" : "url";
}

/** A hyphen or slash between two letters joins words; it does not part them. */
function joinsWords(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (character !== "-" && character !== "/" && character !== "&" && character !== "+") return false;
  return isWordKind(kindOf(text.charCodeAt(at - 1) || 32)) && isWordKind(kindOf(text.charCodeAt(at + 1) || 32));
}

function scanWord(text: string, start: number): number {
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
function scanNumber(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (kindOf(code) === digit) at += 1;
    else if ((code === 46 || code === 44 || code === 58) && kindOf(text.charCodeAt(at + 1) || 32) === digit) at += 1;
    else break;
  }
  return Math.max(at, start + 1);
}

function scanHandle(text: string, start: number): number {
  let at = start;
  while (at < text.length && (isWordKind(kindOf(text.charCodeAt(at))) || text.charCodeAt(at) === 95)) at += 1;
  return at;
}

/** Skin tones, joiners and variation selectors belong to the emoji before them. */
function emojiEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    if (code === 0xfe0f || (code >= 0x1f3fb && code <= 0x1f3ff)) at += code > 0xffff ? 2 : 1;
    else if (code === 0x200d) at += 1 + ((text.codePointAt(at + 1) ?? 0) > 0xffff ? 2 : 1);
    else break;
  }
  return Math.min(at, text.length);
}

function fold(word: string): string {
  for (let at = 0; at < word.length; at += 1)
    if (word.charCodeAt(at) > 127)
      return foldText(word)
        .replace(/[’‘]/g, "'")
        .replace(/\p{Cf}/gu, "");
  return word.toLowerCase();
}

function shapeOf(text: string, start: number, end: number): { loud: boolean; stretched: boolean } {
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
