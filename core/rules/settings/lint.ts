import type { Settings } from "#core/model/settings.ts";
import type { FindingSeverity, SettingsFinding } from "./finding.ts";
import { lintCategories } from "./lint-categories.ts";
import { lintContact } from "./lint-contact.ts";
import { lintDuty } from "./lint-duty.ts";
import { lintEscalations } from "./lint-escalations.ts";
import { lintFollowUps } from "./lint-follow-ups.ts";
import { lintHours } from "./lint-hours.ts";
import { lintPlace } from "./lint-place.ts";
import { lintReaders } from "./lint-readers.ts";
import { lintScales } from "./lint-scales.ts";
import { lintSettingsSignals } from "./lint-signals.ts";
import { lintWindows } from "./lint-windows.ts";

const lints = [
  lintWindows,
  lintScales,
  lintCategories,
  lintHours,
  lintDuty,
  lintPlace,
  lintReaders,
  lintContact,
  lintFollowUps,
  lintEscalations,
  lintSettingsSignals,
];

/** The most findings that are reported. */
const maxFindings = 500;

/** What is wrong with a document, or looks so: errors first. */
export function lintSettings(settings: Settings): SettingsFinding[] {
  const findings = lints.flatMap((lint) => lint(settings));
  const of = (severity: FindingSeverity) => findings.filter((finding) => finding.severity === severity);
  return [...of("error"), ...of("warning")].slice(0, maxFindings);
}
