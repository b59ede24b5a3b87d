import type { Settings } from "#core/model/settings.ts";
import { fault, type SettingsFinding, warning } from "./finding.ts";

/** Thresholds and bands, which must go one way. Grades that nobody gets are reported with the signals. */
export function lintScales({ scoring, sentiment }: Settings): SettingsFinding[] {
  return [...lintGradeOrder(scoring.grades), ...lintBands(sentiment.bands)];
}

function lintGradeOrder(grades: Settings["scoring"]["grades"]): SettingsFinding[] {
  const pairs = [
    ["B", "A"],
    ["C", "B"],
    ["D", "C"],
  ] as const;
  return pairs
    .filter(([worse, better]) => grades[worse] > grades[better])
    .map(([worse, better]) =>
      fault(
        "grades_out_of_order",
        ["scoring", "grades", worse],
        `begins at ${grades[worse]}, above ${better} (${grades[better]}): a better grade takes a higher score`,
      ),
    );
}

function lintBands(bands: Settings["sentiment"]["bands"]): SettingsFinding[] {
  const order = ["veryNegative", "negative", "positive", "veryPositive"] as const;
  const findings = order.flatMap((name, i) => {
    const before = order[i - 1];
    if (before === undefined || bands[before] <= bands[name]) return [];
    return [fault("bands_out_of_order", ["sentiment", "bands", name], `is ${bands[name]}, below ${before} (${bands[before]})`)];
  });
  if (findings.length > 0) return findings;
  const { veryNegative, negative, positive, veryPositive } = bands;
  const empty = [
    ["veryNegative", "very negative", veryNegative <= -1],
    ["negative", "negative", veryNegative >= negative || negative <= -1],
    ["positive", "positive", positive >= veryPositive || positive >= 1],
    ["veryPositive", "very positive", veryPositive >= 1],
  ] as const;
  return empty
    .filter(([, , isEmpty]) => isEmpty)
    .map(([name, level]) =>
      warning("unreachable_level", ["sentiment", "bands", name], `nobody is ${level}: sentiment goes from -1 to 1, and the bands leave no room`),
    );
}
