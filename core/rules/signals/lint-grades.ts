import type { Settings } from "#core/model/settings.ts";
import { named } from "#core/rules/named.ts";
import { lifetimeDays } from "#core/rules/score/decay.ts";
import { finding } from "./finding.ts";
import type { AnySignalFinding } from "./finding-codes.ts";
import { type Signal, typeOf } from "./registry.ts";

/** Grades that no contact can have without points by staff, under the caps, weights and thresholds. */
export function lintGrades({ scoring }: Settings): AnySignalFinding[] {
  const { A, B, C, D } = scoring.grades;
  const most = highestScore(scoring);
  const steps = [
    { grade: "A", from: A, better: Infinity },
    { grade: "B", from: B, better: A },
    { grade: "C", from: C, better: Math.min(A, B) },
    { grade: "D", from: D, better: Math.min(A, B, C) },
    { grade: "F", from: 0, better: Math.min(A, B, C, D) },
  ];
  return steps.flatMap(({ grade, from, better }) => {
    if (Math.max(from, 0) >= better) return [unreachable(grade, `every score from ${from} on has a better grade already`)];
    if (from > most) return [unreachable(grade, `it begins at ${from}, and without points by staff no score is above ${most}`)];
    return [];
  });
}

function unreachable(grade: string, why: string): AnySignalFinding {
  return finding("unreachable_grade", null, `nobody gets grade ${grade}: ${why}`);
}

/** An upper bound of the score, from 0 to 100. */
function highestScore({ signals, categories }: Settings["scoring"]): number {
  const sums = new Map<string, number>();
  for (const signal of signals) {
    if (!signal.enabled || typeOf(signal).points !== "of the signal") continue;
    sums.set(signal.category, (sums.get(signal.category) ?? 0) + most(signal));
  }
  let total = 0;
  for (const [category, sum] of sums) {
    const { cap, weight } = named(categories, category) ?? { cap: null, weight: 1 };
    // 0 times Infinity is NaN, and means no points here.
    if (weight > 0) total += Math.min(sum, cap ?? Infinity) * weight;
  }
  return Math.max(0, Math.min(100, Math.floor(total + 0.5)));
}

/** The most that one signal can add at a time. */
function most({ points, repeat, decay, cap }: Signal): number {
  const limit = cap ?? Infinity;
  if (points <= 0) return 0;
  if (repeat === "once") return Math.min(points, limit);
  const life = lifetimeDays(decay);
  if (repeat === "every" || life === null) return limit;
  const windows = Math.ceil(life / repeat.perDays) + 1;
  return Math.min(points * repeat.atMost * windows, limit);
}
