import type { Settings } from "#core/model/settings.ts";
import type { Signal } from "#core/model/signal.ts";
import type { Finding } from "#core/rules/signals/finding.ts";
import { findingsOf, lintSignals } from "#core/rules/signals/lint.ts";

/** A signal, and what looks like a mistake about it. */
export type SignalReport = { signal: Signal; warnings: Finding[] };

export function reportOf(settings: Settings, signal: Signal): SignalReport {
  return { signal, warnings: findingsOf(lintSignals(settings), signal.id) };
}

/** After a change, with what it means for the settings as a whole. */
export function changeReportOf(settings: Settings, signal: Signal): SignalReport {
  const general = lintSignals(settings).filter((finding) => finding.signal === null);
  return { signal, warnings: [...reportOf(settings, signal).warnings, ...general] };
}
