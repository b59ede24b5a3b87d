import type { KeyRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";

/** Revoked ones too. */
export async function listKeys(ctx: Context): Promise<KeyRecord[]> {
  return ctx.store.keys.list();
}
