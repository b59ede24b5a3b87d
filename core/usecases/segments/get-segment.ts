import { fail } from "#core/errors.ts";
import type { SegmentRecord } from "#core/model/contact-filter.ts";
import type { Context } from "#core/ports/context.ts";

export async function getSegment(ctx: Context, { id }: { id: string }): Promise<SegmentRecord> {
  return (await ctx.store.segments.find(id)) ?? fail("not_found", `segment ${id} does not exist`);
}
