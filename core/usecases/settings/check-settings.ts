import type { Settings } from "#core/model/settings.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { SettingsFinding } from "#core/rules/settings/finding.ts";
import { lintSettings } from "#core/rules/settings/lint.ts";
import { commit, retrying } from "#core/usecases/commit.ts";

/** The errors and warnings of a settings document. Changes nothing. */
export async function checkSettings(ctx: Context, { document }: { document: Settings }): Promise<SettingsFinding[]> {
  return retrying(ctx, () => commit(ctx, new ChangeSet(), lintSettings(document)));
}
