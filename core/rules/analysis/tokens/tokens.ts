import { digit, emoji, isWordKind, kindOf, letter, mark, space } from "./characters.ts";
import { emoticonAt } from "./emoticons.ts";
import { scanEmail, scanUrl } from "./links.ts";
import { emojiEnd, foldWord, joinsWords, plain, scanHandle, scanNumber, scanWord, shapeOf } from "./scan.ts";
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

export type TokenizedText = { text: string; tokens: Token[]; sentences: Sentence[] };

const sentenceEnds = ".!?…。！？\n;¡¿؟।";
const quiet = "'\"“”‘’`*_~";
const currency = "$€£¥₱₹₩₫฿₦";

/** Reads a text once, left to right. `known` says whether a word is in use, to undo stretched spellings. */
export function tokenize(text: string, known: (word: string) => boolean): TokenizedText {
  const scan: Scan = { text, known, tokens: [], sentences: [], gap: 0, asksNext: false, open: { from: 0, start: 0, asks: false, exclaims: 0 } };
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const kind = kindOf(code);
    const width = code > 0xffff ? 2 : 1;
    if (kind === space) {
      if (code === 10) scan.gap = 2;
      at += width;
    } else if (kind === letter || kind === mark) at = takeWord(scan, at);
    else if (kind === digit) at = takeNumber(scan, at);
    else at = takeFace(scan, at, code, kind) || takeHandle(scan, at, code) || takeMark(scan, at, width);
  }
  closeSentence(scan, text.length);
  return { text, tokens: scan.tokens, sentences: scan.sentences };
}

type Scan = TokenizedText & {
  known: (word: string) => boolean;
  gap: Token["gap"];
  /** A "¿" was read, and its sentence has not begun. */
  asksNext: boolean;
  open: Omit<Sentence, "to" | "end">;
};

function takeWord(scan: Scan, at: number): number {
  const { text } = scan;
  const link = scanUrl(text, at) || scanEmail(text, at);
  const end = link || scanWord(text, at);
  const written = text.slice(at, end);
  if (link) add(scan, written.toLowerCase(), written.includes("://") || !written.includes("@") ? "url" : "email", at, end);
  else add(scan, foldWord(written), "word", at, end);
  return end;
}

function takeNumber(scan: Scan, at: number): number {
  const email = scanEmail(scan.text, at);
  const end = email || scanNumber(scan.text, at);
  add(scan, scan.text.slice(at, end).toLowerCase(), email ? "email" : "number", at, end);
  return end;
}

/** End of the emoji or typed face taken at `at`, 0 when there is none. */
function takeFace(scan: Scan, at: number, code: number, kind: number): number {
  const end = kind === emoji ? emojiEnd(scan.text, at + (code > 0xffff ? 2 : 1)) : emoticonAt(scan.text, at);
  if (end <= at) return 0;
  add(scan, kind === emoji ? String.fromCodePoint(code) : scan.text.slice(at, end), "emoji", at, end);
  return end;
}

/** End of the "@mention" or "#tag" taken at `at`, 0 when there is none. */
function takeHandle(scan: Scan, at: number, code: number): number {
  const isMention = code === 64;
  if ((!isMention && code !== 35) || !isWordKind(kindOf(scan.text.codePointAt(at + 1) ?? 0))) return 0;
  const end = scanHandle(scan.text, at + 1);
  add(scan, foldWord(scan.text.slice(at + 1, end)), isMention ? "mention" : "tag", at, end);
  return end;
}

function takeMark(scan: Scan, at: number, width: number): number {
  const character = scan.text.charAt(at);
  if (currency.includes(character)) add(scan, character, "money", at, at + 1);
  else if (sentenceEnds.includes(character)) {
    scan.gap = 2;
    const hasBegun = scan.tokens.length > scan.open.from;
    if (character === "¿") scan.asksNext = true;
    else if ("?？؟".includes(character) && hasBegun) scan.open.asks = true;
    if (character === "!" || character === "！") scan.open.exclaims += 1;
  } else if (scan.gap === 0 && !quiet.includes(character) && !joinsWords(scan.text, at)) scan.gap = 1;
  return at + width;
}

function add(scan: Scan, word: string, kind: TokenKind, start: number, end: number): void {
  if (scan.gap === 2) closeSentence(scan, start);
  const { text, tokens, known } = scan;
  const gap = tokens.length === 0 ? 0 : scan.gap;
  const isWord = kind === "word" || kind === "tag";
  const { loud, stretched } = isWord ? shapeOf(text, start, end) : plain;
  const spelt = isWord ? respell(word, stretched, known) : null;
  if (spelt) for (const [index, part] of spelt.entries()) tokens.push({ text: part, kind, start, end, gap: index > 0 ? 0 : gap, loud, stretched });
  else tokens.push({ text: word, kind, start, end, gap, loud, stretched });
  // Whom a message is addressed to stands apart from what it says.
  scan.gap = kind === "emoji" || (kind === "mention" && tokens.every((token) => token.kind === "mention")) ? 1 : 0;
}

function closeSentence(scan: Scan, start: number): void {
  const { tokens, open } = scan;
  const last = tokens.at(-1);
  if (tokens.length > open.from && last) scan.sentences.push({ ...open, to: tokens.length, end: last.end });
  scan.open = { from: tokens.length, start, asks: scan.asksNext, exclaims: 0 };
  scan.asksNext = false;
}
