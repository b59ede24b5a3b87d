import { readText, readTurns } from "../analyst.ts";
import type { EvalRecord } from "../records.ts";
import type { Task } from "../task.ts";

const levels = ["very_negative", "negative", "neutral", "positive", "very_positive"];

const isTone = ({ text, label }: EvalRecord) => text !== undefined && levels.includes(label ?? "");
const isFine = (record: EvalRecord) => isTone(record) && "label_num" in record;

/** The bands of product.md §4; a message without tone is neutral. */
export function levelOf(sentiment: number | null): string {
  if (sentiment === null) return "neutral";
  if (sentiment < -0.6) return "very_negative";
  if (sentiment < -0.2) return "negative";
  if (sentiment <= 0.2) return "neutral";
  return sentiment <= 0.6 ? "positive" : "very_positive";
}

const side = (level: string) => level.replace("very_", "");

export const fineSentiment: Task = {
  name: "sentiment, 5 levels",
  fits: isFine,
  predict: ({ id, text = "", label = "" }) => {
    const { sentiment } = readText(text);
    return [{ id, gold: label, predicted: levelOf(sentiment), text, sure: Math.abs(sentiment ?? 0) }];
  },
};

export const sentiment: Task = {
  name: "sentiment, 3 levels",
  fits: isTone,
  predict: ({ id, text = "", label = "" }) => {
    const found = readText(text).sentiment;
    return [{ id, gold: side(label), predicted: side(levelOf(found)), text, sure: Math.abs(found ?? 0) }];
  },
};

/** Turns of dialogues in which all is well: hardly any of them should sound negative. */
export const politeTurns: Task = {
  name: "polite turns called negative",
  positive: "negative",
  fits: ({ labels }) => labels?.converted !== undefined,
  predict: (record) =>
    readTurns(record).flatMap(({ role, text, reading }, index) =>
      role === "customer" ? [{ id: `${record.id}#${index}`, gold: "not negative", predicted: toned(reading.sentiment), text }] : [],
    ),
};

const toned = (value: number | null) => (side(levelOf(value)) === "negative" ? "negative" : "not negative");
