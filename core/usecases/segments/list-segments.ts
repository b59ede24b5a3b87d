import type { SegmentRecord } from "#core/model/contact-filter.ts";
import type { Context } from "#core/ports/context.ts";

export async function listSegments(ctx: Context): Promise<SegmentRecord[]> {
  return ctx.store.segments.list();
}
