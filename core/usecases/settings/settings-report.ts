import type { VersionedSettings } from "#core/model/settings.ts";
import type { SettingsFinding } from "#core/rules/settings/finding.ts";
import { lintSettings } from "#core/rules/settings/lint.ts";

/** The document under its version, and what looks like a mistake in it. */
export type SettingsReport = VersionedSettings & { findings: SettingsFinding[] };

export function settingsReportOf({ version, document }: VersionedSettings): SettingsReport {
  return { version, document, findings: lintSettings(document) };
}
