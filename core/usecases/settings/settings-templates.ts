import { fail } from "#core/errors.ts";
import type { Settings } from "#core/model/settings.ts";
import { type BusinessType, businessTypes } from "#core/model/vocabulary.ts";
import type { Context } from "#core/ports/context.ts";
import { diffSettings } from "#core/rules/settings/diff.ts";
import { reviseSettings } from "#core/rules/settings/revise.ts";
import { templates } from "#core/rules/templates/index.ts";
import { settingsOfTemplate, type Template } from "#core/rules/templates/template.ts";

/** `version` is the one that `document` would replace; `changes`: how many differences there are between the two, one of which is the choice. */
export type TemplateReport = Pick<Template, "type" | "name" | "purpose"> & { version: number; document: Settings; changes: number };

export async function listSettingsTemplates(ctx: Context): Promise<TemplateReport[]> {
  return Promise.all(businessTypes.map((type) => reportOf(ctx, type)));
}

/** The whole document of one type, to be planned or put. */
export async function getSettingsTemplate(ctx: Context, { type }: { type: string }): Promise<TemplateReport> {
  const known = businessTypes.find((each) => each === type);
  return reportOf(ctx, known ?? fail("not_found", `there is no template ${type}; there are: ${businessTypes.join(", ")}`));
}

async function reportOf(ctx: Context, type: BusinessType): Promise<TemplateReport> {
  const { version, document: held } = await ctx.store.settings.current();
  const { name, purpose } = templates[type];
  // A business type determines neither place, greeting, analysts nor sending hours, so these stay as they are.
  const { status, stages, flags, sentiment, scoring, ownIntents } = settingsOfTemplate(templates[type]);
  const document = reviseSettings(held, { ...held, businessType: type, status, stages, flags, sentiment, scoring, ownIntents });
  return { type, name, purpose, version, document, changes: diffSettings(held, document).length };
}
