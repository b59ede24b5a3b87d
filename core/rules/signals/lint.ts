import type { Settings } from "#core/model/settings.ts";
import type { AnySignalFinding } from "./finding-codes.ts";
import { lintDead } from "./lint-dead.ts";
import { lintGrades } from "./lint-grades.ts";
import { signalTypes } from "./registry.ts";

/** The most findings that are reported. */
const maxFindings = 500;

const linted = new WeakMap<Settings, readonly AnySignalFinding[]>();

/** What looks like a mistake in the signals, each with why: nothing here is an error. Cached for each settings document. */
export function lintSignals(settings: Settings): readonly AnySignalFinding[] {
  const known = linted.get(settings);
  if (known) return known;
  const findings = findingsIn(settings).slice(0, maxFindings);
  linted.set(settings, findings);
  return findings;
}

function findingsIn(settings: Settings): AnySignalFinding[] {
  const around = { ownIntents: settings.ownIntents, categories: settings.scoring.categories };
  const enabled = settings.scoring.signals.filter((signal) => signal.enabled);
  return [
    ...lintDead(settings, around),
    ...signalTypes.flatMap((type): AnySignalFinding[] => type.lintAll(enabled, around)),
    ...lintGrades(settings),
    ...signalTypes.flatMap((type): AnySignalFinding[] => type.lintOverlaps(enabled)),
  ];
}

/** Those that concern one signal. */
export function findingsOf(findings: readonly AnySignalFinding[], signalId: string): AnySignalFinding[] {
  return findings.filter(({ signal, other }) => signal === signalId || other === signalId);
}
