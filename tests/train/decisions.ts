import { businessLabels, customerLabels, outputsOf } from "#core/rules/analysis/learned/labels.ts";
import type { Decision } from "#core/rules/analysis/learned/weights.ts";
import type { Example } from "./examples.ts";

/** One answer about one label: whether it holds, how sure the learned reader is, and what the rules say. */
export type Judged = { gold: boolean; sure: number; byRules: boolean };
export type Score = { precision: number; recall: number; f1: number; falseAlarms: number };

/** Sure of each label of an example, from the outputs of the network; of a choice between several, the classes' shares. */
export function sureOf(example: Example, outputs: Float32Array): Record<string, number> {
  const { flags, groups } = outputsOf[example.direction];
  const sure: Record<string, number> = Object.fromEntries(flags.map((name, at) => [name, 1 / (1 + Math.exp(-(outputs[at] ?? 0)))]));
  let at = flags.length;
  for (const classes of groups) {
    const values = outputs.subarray(at, at + classes.length);
    const most = Math.max(...values);
    const shares = Array.from(values, (value) => Math.exp(value - most));
    const total = shares.reduce((a, b) => a + b, 0);
    for (const [index, name] of classes.entries()) sure[`=${name}`] = (shares[index] ?? 0) / total;
    at += classes.length;
  }
  return sure;
}

const has = (example: Example, group: number, ...names: string[]) => {
  const classes: readonly string[] = outputsOf[example.direction].groups[group] ?? [];
  return (example.groups[group] ?? []).some((at) => names.includes(classes[at] ?? ""));
};

/** All answers about a label in these examples; those whose label is open to taste are left out. */
export function judgedOf(label: string, examples: readonly Example[], sures: readonly Record<string, number>[]): Judged[] {
  return examples.flatMap((example, index): Judged[] => {
    const sure = sures[index] ?? {};
    const byRules = example.byRules.has(label);
    const names: readonly string[] = outputsOf[example.direction].flags;
    const flag = names.indexOf(label);
    if (flag >= 0) return example.flags[flag] === -1 ? [] : [{ gold: example.flags[flag] === 1, sure: sure[label] ?? 0, byRules }];
    const isOutbound = example.direction === "outbound";
    if (["confirmed", "revoked", "moved"].includes(label)) {
      if (!isOutbound || (example.groups[0] ?? []).length === 0) return [];
      if (label === "confirmed")
        return has(example, 0, "rescheduled") ? [] : [{ gold: has(example, 0, "confirmed"), sure: sure["=confirmed"] ?? 0, byRules }];
      if (label === "revoked")
        return [{ gold: has(example, 0, "cancelled", "refunded"), sure: (sure["=cancelled"] ?? 0) + (sure["=refunded"] ?? 0), byRules }];
      return [{ gold: has(example, 0, "rescheduled"), sure: sure["=rescheduled"] ?? 0, byRules }];
    }
    if (label === "opt_out") {
      if (isOutbound || (example.groups[1] ?? []).length === 0) return [];
      return [{ gold: !has(example, 1, "no"), sure: 1 - (sure["=no"] ?? 1), byRules }];
    }
    return [];
  });
}

export const decidedLabels = [...businessLabels, "confirmed", "revoked", "moved", ...customerLabels, "opt_out"];

export function score(judged: readonly Judged[], said: (one: Judged) => boolean): Score {
  const count = (gold: boolean, predicted: boolean) => judged.filter((one) => one.gold === gold && said(one) === predicted).length;
  const [hits, false_, missed, calm] = [count(true, true), count(false, true), count(true, false), count(false, false)];
  return {
    precision: hits / (hits + false_),
    recall: hits / (hits + missed),
    f1: (2 * hits) / (2 * hits + false_ + missed) || 0,
    falseAlarms: false_ / (false_ + calm),
  };
}

/** The most false alarms that a label may give among lines without it: a false conversion costs more than a missed one. */
const mostFalse: Readonly<Record<string, number>> = {
  confirmed: 0.02,
  revoked: 0.02,
  opt_out: 0.005,
  spam: 0.001,
  human_request: 0.02,
  tentative: 0.02,
};

/** What the rules have found is only given up where the learned reader is all but certain: it has seen less of the world than they. */
const keeps = [0, 0.001, 0.002, 0.005];

/**
 * Of bounds that are nearly as good as the best the strictest counts: what is found wrongly costs more than what is missed, and texts of a kind that
 * the corpus has few of are read more carefully so.
 */
const nearlyAsGood = 0.03;
/** Labels whose false alarms are bounded already are not held back a second time. */
const boundedEnough: readonly string[] = ["confirmed", "revoked", "tentative"];

type Tried = { from: number; keep: number; found: Score };

/** By both from the sureness on at which they are right most often; by the rules alone where those are right as often. */
export function decide(label: string, judged: readonly Judged[]): { decision: Decision; learned: Score; rules: Score } {
  const tried = keeps.flatMap((keep) =>
    Array.from({ length: 38 }, (_, step): Tried => {
      const from = (step + 2) / 40;
      return { from, keep, found: score(judged, ({ sure, byRules }) => sure >= (byRules ? keep : from)) };
    }),
  );
  const allowed = tried.filter(({ found }) => found.falseAlarms <= (mostFalse[label] ?? 1));
  const most = Math.max(...(allowed.length > 0 ? allowed : tried).map(({ found }) => found.f1));
  const good = (allowed.length > 0 ? allowed : tried).filter(({ found }) => found.f1 >= most - (boundedEnough.includes(label) ? 0 : nearlyAsGood));
  const best = good.sort((a, b) => b.from - a.from || a.keep - b.keep)[0];
  const rules = score(judged, ({ byRules }) => byRules);
  if (!best || best.found.f1 <= rules.f1) return { decision: { by: "rules", from: 1, keep: 0 }, learned: best?.found ?? rules, rules };
  return { decision: { by: "learned", from: best.from, keep: best.keep }, learned: best.found, rules };
}

/** Three levels of tone: the share of the stronger side from which a message is not neutral, with the macro-F1. */
export function decideTone(
  examples: readonly Example[],
  sures: readonly Record<string, number>[],
): { decision: Decision; learned: number; rules: number } {
  const lines = examples.flatMap((example, index) => {
    const gold = example.direction === "inbound" ? [...new Set((example.groups[0] ?? []).map((at) => Math.sign(at - 2)))] : [];
    const sure = sures[index] ?? {};
    return gold.length === 0
      ? []
      : [
          {
            gold,
            negative: (sure["=very_negative"] ?? 0) + (sure["=negative"] ?? 0),
            positive: (sure["=very_positive"] ?? 0) + (sure["=positive"] ?? 0),
            byRules: example.toneByRules,
          },
        ];
  });
  const macro = (say: (line: (typeof lines)[number]) => number) => {
    const told = lines.map((line) => {
      const said = say(line);
      return { said, gold: line.gold.includes(said) ? said : (line.gold[0] ?? 0) };
    });
    return (
      [-1, 0, 1].reduce(
        (sum, level) =>
          sum +
          score(
            told.map(({ said, gold }) => ({ gold: gold === level, sure: said === level ? 1 : 0, byRules: false })),
            ({ sure }) => sure === 1,
          ).f1,
        0,
      ) / 3
    );
  };
  const rules = macro(({ byRules }) => byRules);
  const tried: { from: number; keep: number; f1: number }[] = [{ from: 1, keep: 0, f1: rules }];
  for (const keep of [0.02, 0.05, 0.1]) {
    for (let step = 6; step <= 19; step += 1) {
      const from = step / 20;
      const f1 = macro(({ negative, positive, byRules }) => {
        const [same, other] = byRules < 0 ? [negative, positive] : [positive, negative];
        if (byRules !== 0 && other < from) return same >= keep ? byRules : 0;
        return Math.max(negative, positive) < from ? 0 : negative >= positive ? -1 : 1;
      });
      tried.push({ from, keep, f1 });
    }
  }
  const most = Math.max(...tried.map(({ f1 }) => f1));
  const good = tried.filter(({ f1 }) => f1 >= most - nearlyAsGood).sort((a, b) => b.from - a.from || a.keep - b.keep);
  const best = good[0] ?? { from: 1, keep: 0, f1: rules };
  return { decision: { by: best.f1 > rules ? "learned" : "rules", from: best.from, keep: best.keep }, learned: best.f1, rules };
}
