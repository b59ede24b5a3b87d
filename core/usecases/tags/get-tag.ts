import { fail } from "#core/errors.ts";
import type { TagRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";

export async function getTag(ctx: Context, { id }: { id: string }): Promise<TagRecord> {
  return (await ctx.store.labels.findTag(id)) ?? fail("not_found", `tag ${id} does not exist`);
}
