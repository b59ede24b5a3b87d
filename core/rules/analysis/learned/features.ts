import type { Reading } from "#core/model/reading.ts";
import type { Direction } from "#core/model/vocabulary.ts";
import { deniedIntents } from "../intents.ts";
import type { PhraseMatch } from "../phrases/matcher.ts";
import type { Sentence, Token, TokenizedText } from "../tokens/tokens.ts";

/** Rows of the table of embeddings; the number of a feature is its hash modulo this. A power of two. */
export const featureCount = 1 << 14;

/** No more features of a message are looked at, which bounds the work on long texts. */
const mostFeatures = 600;

/** A piece of a message: where it stands in the text, to show what decided. `start` -1: it is no piece of the text. */
export type Feature = { id: number; start: number; end: number };

/** What of a message the learned reader looks at; `reading` is what the rules have found in it. */
export type FeatureInput = { direction: Direction; tokenized: TokenizedText; matches: readonly PhraseMatch[]; reading: Reading };

/**
 * The features of one message, each once: its words, pairs of words and pieces of words, what the rules have found in it, and its shape. Pure: the same
 * message always has the same features in the same order.
 */
export function featuresOf({ direction, tokenized, matches, reading }: FeatureInput): Feature[] {
  const found = new FeatureSet(direction);
  const { tokens, sentences } = tokenized;
  addWords(found, tokens);
  for (const { label, from, to } of matches) found.add("rule", label, tokens[from]?.start ?? -1, tokens[to - 1]?.end ?? -1);
  for (const name of findingsOf(reading)) found.add("found", name);
  for (const name of deniedIntents(tokenized, matches, reading.intents)) found.add("denied", name);
  for (const name of shapeOf(tokens, sentences)) found.add("shape", name);
  return found.list;
}

class FeatureSet {
  readonly list: Feature[] = [];
  private readonly seen = new Set<number>();
  private readonly direction: Direction;

  constructor(direction: Direction) {
    this.direction = direction;
  }

  add(kind: string, name: string, start = -1, end = -1): void {
    const id = hash(name, hash(kind, this.direction === "inbound" ? 7 : 11)) & (featureCount - 1);
    if (this.list.length >= mostFeatures || this.seen.has(id)) return;
    this.seen.add(id);
    this.list.push({ id, start, end });
  }
}

/** FNV-1a over the UTF-16 units of a text, from a seed; an unsigned number of 32 bits, mixed at the end. */
function hash(text: string, seed: number): number {
  let value = (2166136261 ^ seed) >>> 0;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 16777619);
  value ^= value >>> 15;
  return Math.imul(value, 0x2c1b3c6d) >>> 0;
}

/** Pieces of words are this long, in characters. */
const pieceLengths = [3, 4];
const shortestPieced = 4;

function addWords(found: FeatureSet, tokens: readonly Token[]): void {
  let before = "^";
  for (const [index, token] of tokens.entries()) {
    const word = wordOf(token);
    const { start, end } = token;
    found.add("word", word, start, end);
    found.add("pair", `${before} ${word}`, start, end);
    if (index > 0 && token.gap > 0) found.add("opens", word, start, end);
    if (token.kind === "word" && word.length >= shortestPieced) addPieces(found, `^${word}$`, token);
    before = word;
  }
  found.add("pair", `${before} $`);
}

function addPieces(found: FeatureSet, word: string, { start, end }: Token): void {
  for (const length of pieceLengths) {
    for (let at = 0; at + length <= word.length; at += 1) found.add("piece", word.slice(at, at + length), start, end);
  }
}

/** Numbers, amounts and addresses stand for their kind, since which one it is says nothing. */
function wordOf({ kind, text }: Token): string {
  if (kind === "number") return text.includes(":") || /^\d{1,2}(am|pm|h|hrs?)$/.test(text) ? "#time" : `#${Math.min(text.length, 7)}`;
  if (kind === "word" || kind === "emoji" || kind === "tag") return text;
  return `#${kind}`;
}

/** What the rules have read, as names. */
function findingsOf({
  intents,
  answer,
  question,
  offer,
  conversion,
  revocation,
  fulfilment,
  promises,
  cannotResolve,
  details,
  sentiment,
  language,
}: Reading): string[] {
  const named: readonly [string, unknown][] = [
    [`answer ${answer}`, answer],
    ["question", question],
    [`offer ${offer?.kind}`, offer],
    ["conversion", conversion],
    ["revocation", revocation],
    ["fulfilment", fulfilment],
    ["cannot", cannotResolve],
    ["promise", promises.length > 0 || null],
    [`tone ${sentiment === null ? "" : Math.round(sentiment * 5)}`, sentiment],
    [`language ${language}`, language],
  ];
  return [
    ...named.filter(([, value]) => value !== null).map(([name]) => name),
    ...intents.map(({ intent }) => `intent ${intent}`),
    ...details.map(({ field }) => `detail ${field}`),
  ];
}

const lengthSteps = [1, 2, 3, 5, 8, 13, 21, 40];

function shapeOf(tokens: readonly Token[], sentences: readonly Sentence[]): string[] {
  const length = lengthSteps.findIndex((most) => tokens.length <= most);
  const shape = [`length ${length}`, `sentences ${Math.min(sentences.length, 4)}`];
  if (sentences.some(({ asks }) => asks)) shape.push("asks");
  if (sentences.at(-1)?.asks) shape.push("asks last");
  if (sentences.some(({ exclaims }) => exclaims > 0)) shape.push("exclaims");
  if (tokens.some(({ loud, text }) => loud && text.length > 3)) shape.push("loud");
  if (tokens.at(-1)?.kind === "emoji") shape.push("emoji last");
  if (tokens.length > 0 && tokens.every(({ kind }) => kind === "emoji")) shape.push("emoji only");
  return shape;
}
