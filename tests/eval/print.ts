import Table from "cli-table3";
import { type Metrics, measure } from "./metrics.ts";
import type { Prediction, Task } from "./task.ts";

export type Outcome = { file: string; task: Task; predictions: readonly Prediction[] };

const share = (value: number) => value.toFixed(3);

/** One line an outcome; `by`: one more for each group of that name ("language"). */
export function summary(outcomes: readonly Outcome[], by?: string): string {
  const table = new Table({ head: ["set", "task", "n", "accuracy", "macro-F1", "precision", "recall", "F1", "said"] });
  for (const { file, task, predictions } of outcomes.flatMap((outcome) => [outcome, ...(by ? apart(outcome, by) : [])])) {
    const metrics = measure(predictions);
    const positive = task.positive ? (metrics.byLabel.get(task.positive) ?? { precision: 0, recall: 0, f1: 0 }) : null;
    const said = predictions.filter(({ predicted }) => predicted === task.positive).length / (predictions.length || 1);
    const ofPositive = positive ? [share(positive.precision), share(positive.recall), share(positive.f1), share(said)] : ["", "", "", ""];
    table.push([file, task.name, String(metrics.count), share(metrics.accuracy), share(metrics.macroF1), ...ofPositive]);
  }
  return table.toString();
}

/** The outcome of each group, where there are several. */
function apart({ file, task, predictions }: Outcome, by: string): Outcome[] {
  const groups = Map.groupBy(predictions, ({ groups: named }) => named?.[by] ?? "");
  if (groups.size < 2) return [];
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, its]) => ({ file: `${file}, ${group}`, task, predictions: its }));
}

/** Confusion (rows are right, columns said) and the worst misses of one outcome. */
export function details({ file, task, predictions }: Outcome, misses: number): string {
  const metrics = measure(predictions);
  const worst = predictions
    .filter(({ gold, predicted }) => gold !== predicted)
    .sort((a, b) => (b.sure ?? 0) - (a.sure ?? 0))
    .slice(0, misses);
  const lines = worst.map(({ id, gold, predicted, text }) => `  ${id}: ${gold}, said ${predicted}: ${text.replace(/\s+/g, " ").slice(0, 160)}`);
  return [`${file}: ${task.name}`, confusion(metrics), ...lines].join("\n");
}

function confusion({ labels, confusion: counts }: Metrics): string {
  const table = new Table({ head: ["right \\ said", ...labels] });
  for (const [at, label] of labels.entries()) table.push([label, ...(counts[at] ?? []).map(String)]);
  return table.toString();
}
