import { fail } from "#core/errors.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { refuseFaulty } from "#core/rules/settings/refuse-faulty.ts";
import { reviseSettings } from "#core/rules/settings/revise.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { nextVersion } from "./next-version.ts";
import { requireReferences } from "./require-references.ts";
import { type SettingsReport, settingsReportOf } from "./settings-report.ts";

/** Stores `document` as the version after the one it was made from. An equal document makes no new version. */
export async function replaceSettings(ctx: Context, { version, document }: VersionedSettings): Promise<SettingsReport> {
  refuseFaulty(document);
  return retrying(ctx, async () => {
    const changes = new ChangeSet();
    await requireReferences(ctx, changes, document);
    const current = await ctx.store.settings.current();
    if (version !== current.version) refuseOld(version, current.version);
    const revised = reviseSettings(current.document, document);
    if (revised === current.document) return settingsReportOf(current);
    const next = nextVersion(ctx, current, revised);
    return commit(ctx, changes.insert("settings", next), settingsReportOf(next));
  });
}

function refuseOld(version: number, current: number): never {
  const errors = [{ pointer: "/version", detail: `is not the current version, which is ${current}` }];
  return fail("conflict", `the settings are at version ${current}, not ${version}: read them again and repeat your change`, {
    currentVersion: current,
    errors,
  });
}
