import type { ContactState, SignalTally } from "#core/model/contact-state.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Grade } from "#core/model/vocabulary.ts";
import { named } from "#core/rules/named.ts";
import type { Signal } from "#core/rules/signals/registry.ts";
import { micro, shareLeft } from "./decay.ts";

type Scoring = Settings["scoring"];

/** One line of the arithmetic: what a cap or a weight took away or added, in points. */
export type ScoreStep = { label: string; value: number };
export type CategoryScore = { category: string; sum: number; weight: number; value: number };
export type Score = {
  score: number;
  grade: Grade;
  /** Before rounding, with 6 decimals. Contributions and steps add up to it. */
  raw: number;
  rounded: number;
  categories: CategoryScore[];
  steps: ScoreStep[];
};

/** Points of one signal on a day, in millionths, before its cap. */
function tallyAt(tally: SignalTally, signal: Signal, day: number): number {
  let sum = tally.total * micro;
  for (const [hitDay, points] of tally.days) sum += points * shareLeft(signal.decay, day - hitDay);
  return sum;
}

function capped(sum: number, cap: number | null): number {
  if (cap === null) return sum;
  return Math.max(-cap * micro, Math.min(cap * micro, sum));
}

/** Reads the score on a UTC day: signal caps, category caps, weights, then raw, rounded half up, clamped to 0..100. */
export function readScore(tallies: ContactState["tallies"], scoring: Scoring, day: number): Score {
  const steps: ScoreStep[] = [];
  const sums = new Map<string, number>();
  for (const signal of scoring.signals) {
    const tally = named(tallies, signal.id);
    if (!tally || !signal.enabled) continue;
    const sum = tallyAt(tally, signal, day);
    const kept = capped(sum, signal.cap);
    if (kept !== sum) steps.push({ label: `capped by ${signal.id} ${signal.cap}`, value: (kept - sum) / micro });
    sums.set(signal.category, (sums.get(signal.category) ?? 0) + kept);
  }
  let raw = 0;
  const categories: CategoryScore[] = [];
  for (const [category, sum] of sums) {
    const { cap, weight } = named(scoring.categories, category) ?? { cap: null, weight: 1 };
    const kept = capped(sum, cap);
    if (kept !== sum) steps.push({ label: `capped by ${category} ${cap}`, value: (kept - sum) / micro });
    const weighed = Math.round(kept * weight);
    if (weighed !== kept) steps.push({ label: `${category} weighs ${weight}`, value: (weighed - kept) / micro });
    categories.push({ category, sum: sum / micro, weight, value: weighed / micro });
    raw += weighed;
  }
  return { ...graded(raw, scoring), categories, steps };
}

function graded(rawMicro: number, scoring: Scoring): Pick<Score, "score" | "grade" | "raw" | "rounded"> {
  const rounded = Math.floor((rawMicro + micro / 2) / micro);
  const score = Math.max(0, Math.min(100, rounded));
  return { score, grade: gradeOf(score, scoring.grades), raw: rawMicro / micro, rounded };
}

/** The first threshold reached, else F. */
export function gradeOf(score: number, grades: Scoring["grades"]): Grade {
  if (score >= grades.A) return "A";
  if (score >= grades.B) return "B";
  if (score >= grades.C) return "C";
  if (score >= grades.D) return "D";
  return "F";
}
