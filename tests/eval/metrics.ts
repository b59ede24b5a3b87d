import type { Prediction } from "./task.ts";

export type Metrics = {
  count: number;
  accuracy: number;
  macroF1: number;
  labels: string[];
  /** Rows are what is right, columns what was said. */
  confusion: number[][];
  byLabel: Map<string, { precision: number; recall: number; f1: number }>;
};

export function measure(predictions: readonly Prediction[]): Metrics {
  const labels = [...new Set(predictions.flatMap(({ gold, predicted }) => [gold, predicted]))].sort();
  const index = new Map(labels.map((label, at) => [label, at]));
  const confusion = labels.map(() => labels.map(() => 0));
  for (const { gold, predicted } of predictions) {
    const row = confusion[index.get(gold) ?? 0];
    const column = index.get(predicted) ?? 0;
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  const byLabel = new Map(labels.map((label, at) => [label, scoresOf(confusion, at)]));
  const gold = labels.filter((label) => predictions.some((prediction) => prediction.gold === label));
  return {
    count: predictions.length,
    accuracy: ratio(predictions.filter((prediction) => prediction.gold === prediction.predicted).length, predictions.length),
    macroF1: gold.reduce((sum, label) => sum + (byLabel.get(label)?.f1 ?? 0), 0) / (gold.length || 1),
    labels,
    confusion,
    byLabel,
  };
}

function scoresOf(confusion: readonly (readonly number[])[], at: number) {
  const right = confusion[at]?.[at] ?? 0;
  const precision = ratio(
    right,
    confusion.reduce((sum, row) => sum + (row[at] ?? 0), 0),
  );
  const recall = ratio(
    right,
    (confusion[at] ?? []).reduce((sum, count) => sum + count, 0),
  );
  return { precision, recall, f1: ratio(2 * precision * recall, precision + recall) };
}

const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
