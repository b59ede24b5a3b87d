import type { Reading } from "#core/model/reading.ts";
import { cut } from "./evidence.ts";
import type { Reader } from "./tokens.ts";

/** The last sentence that asks. */
export function readQuestion({ text, sentences }: Reader): Reading["question"] {
  const last = sentences.findLast(({ asks }) => asks);
  return last ? { quote: cut(text, last.start, last.end) } : null;
}
