import type { VersionedSettings } from "#core/model/settings.ts";
import type { Context } from "#core/ports/context.ts";

export async function getSettings(ctx: Context): Promise<VersionedSettings> {
  return ctx.store.settings.current();
}
