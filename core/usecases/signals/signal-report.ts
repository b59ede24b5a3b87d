import type { Settings } from "#core/model/settings.ts";
import type { AnySignalFinding } from "#core/rules/signals/finding-codes.ts";
import { findingsOf, lintSignals } from "#core/rules/signals/lint.ts";
import type { Signal } from "#core/rules/signals/registry.ts";

/** A signal, and what looks like a mistake about it. */
export type SignalReport = { signal: Signal; warnings: AnySignalFinding[] };

export function reportOf(settings: Settings, signal: Signal): SignalReport {
  return { signal, warnings: findingsOf(lintSignals(settings), signal.id) };
}

/** After a change, with what it means for the settings as a whole. */
export function changeReportOf(settings: Settings, signal: Signal): SignalReport {
  const general = lintSignals(settings).filter((finding) => finding.signal === null);
  return { signal, warnings: [...reportOf(settings, signal).warnings, ...general] };
}
