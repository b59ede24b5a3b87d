import { fail } from "#core/errors.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import type { Context } from "#core/ports/context.ts";

/** The current version, or an older one. */
export async function getSettings(ctx: Context, { version }: { version?: number | undefined } = {}): Promise<VersionedSettings> {
  if (version === undefined) return ctx.store.settings.current();
  return (await ctx.store.settings.find(version)) ?? fail("not_found", `version ${version} of the settings does not exist`);
}
