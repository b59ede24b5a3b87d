import { z } from "@hono/zod-openapi";
import { settingsSchema, type VersionedSettings } from "#core/model/settings.ts";
import { businessTypes } from "#core/model/vocabulary.ts";
import { findingSeverities, settingsFindingCodes } from "#core/rules/settings/finding.ts";
import type { SettingsReport } from "#core/usecases/settings/settings-report.ts";
import type { TemplateReport } from "#core/usecases/settings/settings-templates.ts";

export const SettingsDocument = settingsSchema.meta({ id: "SettingsDocument", description: "Every threshold, signal and text that the rules go by" });

const version = z.int().meta({ description: "Counts up with each change", example: 1 });

export const SettingsView = z.object({ version, settings: SettingsDocument }).meta({ id: "Settings" });

export function toSettingsView({ version, document }: VersionedSettings): z.infer<typeof SettingsView> {
  return { version, settings: document };
}

export const SettingsFindingView = z
  .object({
    code: z.enum(settingsFindingCodes).meta({ example: "inactive_after_churn" }),
    severity: z.enum(findingSeverities).meta({ description: "A document with an error is refused", example: "error" }),
    pointer: z.string().meta({ description: "JSON pointer into the settings", example: "/status/inactiveAfterDays" }),
    message: z.string().meta({ example: "is 90, and a customer has churned after 60: silence must be noticed before it is too late" }),
  })
  .meta({ id: "SettingsFinding", description: "What is wrong with settings, or looks so" });

export const SettingsReportView = z
  .object({ version, settings: SettingsDocument, findings: z.array(SettingsFindingView).meta({ description: "Warnings" }) })
  .meta({ id: "SettingsReport" });

export function toSettingsReportView({ findings, ...settings }: SettingsReport): z.infer<typeof SettingsReportView> {
  return { ...toSettingsView(settings), findings };
}

const template = {
  type: z.enum(businessTypes).meta({ example: "appointments" }),
  name: z.string().meta({ example: "Appointments" }),
  purpose: z.string().meta({ description: "Whom it is for", example: "Clinics, salons and others whose clients come at an hour and come back" }),
  version: version.meta({ description: "The current version, which it would replace", example: 1 }),
  changes: z.int().meta({ description: "How many differences there are to the current settings", example: 24 }),
};

export const SettingsTemplateEntry = z.object(template).meta({ id: "SettingsTemplateEntry" });

export const SettingsTemplateView = z.object({ ...template, settings: SettingsDocument }).meta({
  id: "SettingsTemplate",
  description: "`version` and `settings` can be sent to `PUT /v1/settings` as they are",
});

export function toTemplateEntry({ document: _, ...about }: TemplateReport): z.infer<typeof SettingsTemplateEntry> {
  return about;
}

export function toTemplateView({ document, ...about }: TemplateReport): z.infer<typeof SettingsTemplateView> {
  return { ...about, settings: document };
}
