import type { Turn } from "#core/model/conversation.ts";
import type { MessageFact } from "#core/model/fact.ts";
import { cut } from "../evidence.ts";
import { type Feature, featuresOf } from "./features.ts";
import { weights } from "./weights.ts";
import { takenApart, type WordsRead, wordsOf } from "./words.ts";

/** What of a message the learned reader reads. `reading` is the analyst's, of the message alone. */
export type ReadableMessage = Pick<MessageFact, "at" | "id" | "text" | "direction" | "media" | "reading">;

const longestQuote = 120;

/** The message as a turn of its conversation: what the messages after it are read by. */
export function turnOf(message: ReadableMessage): Turn {
  return turnFrom(message, wordsIn(message));
}

/** The same from its words. */
export function turnFrom(message: ReadableMessage, words: WordsRead): Turn {
  const { at, id, direction, reading } = message;
  const text = message.text.trim();
  return {
    at,
    id,
    direction,
    vector: vectorOf(featuresOf({ direction, reading, ...words })),
    quote: cut(text, 0, Math.min(text.length, longestQuote)),
    time: reading.time ?? null,
    ...(reading.named ? { named: reading.named } : {}),
  };
}

/** The words of a message. A file counts by its kind, as a word. */
export function wordsIn({ text, direction, media, reading }: ReadableMessage): WordsRead {
  const kept = media.length === 0 ? wordsOf(reading) : undefined;
  if (kept?.tokenized.text === text) return kept;
  return takenApart(text, direction, media.map(({ type }) => fileWord(type)).join(""));
}

/** The features of a message. */
export function featuresIn(message: ReadableMessage): Feature[] {
  return featuresOf({ direction: message.direction, reading: message.reading, ...wordsIn(message) });
}

function fileWord(type: string): string {
  if (type.startsWith("audio/")) return " [voice note]";
  if (type === "image/webp" || type === "application/x-tgsticker") return " [sticker]";
  return type.startsWith("image/") || type.startsWith("video/") ? " [photo]" : " [file]";
}

/** The sum of the features' rows over the root of their number, as whole numbers of one byte. */
function vectorOf(features: readonly Feature[]): number[] {
  const { dimensions, rows, rowScale, vectorScale } = weights;
  const sums = new Int32Array(dimensions);
  for (const { id } of features) {
    for (let at = 0, row = id * dimensions; at < dimensions; at += 1) sums[at] = (sums[at] ?? 0) + (rows[row + at] ?? 0);
  }
  const scale = rowScale / Math.sqrt(Math.max(1, features.length)) / vectorScale;
  // Adding 0 makes 0 of -0, which JSON would not keep.
  return Array.from(sums, (sum) => Math.max(-127, Math.min(127, Math.round(sum * scale))) + 0);
}
