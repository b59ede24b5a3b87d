import type { TagRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";

export async function listTags(ctx: Context): Promise<TagRecord[]> {
  return ctx.store.labels.tags();
}
