import type { Context } from "#core/ports/context.ts";
import { diffSettings, type SettingsChange } from "#core/rules/settings/diff.ts";
import { getSettings } from "./get-settings.ts";

export type SettingsComparison = { from: number; to: number; changes: SettingsChange[] };

/** The changes from one version to another, by default to the current one. */
export async function compareSettings(ctx: Context, versions: { from: number; to?: number | undefined }): Promise<SettingsComparison> {
  const [from, to] = await Promise.all([getSettings(ctx, { version: versions.from }), getSettings(ctx, { version: versions.to })]);
  return { from: from.version, to: to.version, changes: diffSettings(from.document, to.document) };
}
