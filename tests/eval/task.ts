import type { EvalRecord } from "./records.ts";

/**
 * One answer beside the right one; `text` is shown among the misses. `sure` ranks them: the worst come first. `groups`: by what the figures
 * can be told apart, a language or a writer.
 */
export type Prediction = { id: string; gold: string; predicted: string; text: string; sure?: number; groups?: Readonly<Record<string, string>> };

/** A question that data can answer about the analyst. `fits` says from one record whether its file has the labels. */
export type Task = {
  name: string;
  /** The label whose precision, recall and F1 are told apart; none for tasks of several equal classes. */
  positive?: string;
  fits: (record: EvalRecord) => boolean;
  predict: (record: EvalRecord) => Prediction[];
};
