import { fail } from "#core/errors.ts";
import type { KeyRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";

export async function getKey(ctx: Context, { id }: { id: string }): Promise<KeyRecord> {
  return (await ctx.store.keys.find(id)) ?? fail("not_found", `key ${id} does not exist`);
}
