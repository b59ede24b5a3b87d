import type { VersionedSettings } from "#core/model/settings.ts";
import type { SettingsFinding } from "#core/rules/settings/finding.ts";
import { lintSettings } from "#core/rules/settings/lint.ts";

/** A settings document with its version and its warnings. */
export type SettingsReport = VersionedSettings & { findings: SettingsFinding[] };

export function settingsReportOf({ version, document }: VersionedSettings): SettingsReport {
  return { version, document, findings: lintSettings(document) };
}
