import type { Settings } from "#core/model/settings.ts";
import type { Finding } from "./finding.ts";
import { lintDead } from "./lint-dead.ts";
import { lintGrades } from "./lint-grades.ts";
import { lintManual } from "./lint-manual.ts";
import { lintOverlaps } from "./lint-overlaps.ts";

/** More than anybody reads. */
const maxFindings = 500;

const linted = new WeakMap<Settings, readonly Finding[]>();

/** What looks like a mistake in the signals, each with why: nothing here is an error. Remembered for each settings document. */
export function lintSignals(settings: Settings): readonly Finding[] {
  const known = linted.get(settings);
  if (known) return known;
  const findings = [...lintDead(settings), ...lintManual(settings), ...lintGrades(settings), ...lintOverlaps(settings)].slice(0, maxFindings);
  linted.set(settings, findings);
  return findings;
}

/** Those that concern one signal. */
export function findingsOf(findings: readonly Finding[], signalId: string): Finding[] {
  return findings.filter(({ signal, other }) => signal === signalId || other === signalId);
}
