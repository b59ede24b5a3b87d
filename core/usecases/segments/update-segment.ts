import type { ContactFilter, SegmentRecord } from "#core/model/contact-filter.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { named, refuseTakenName } from "./create-segment.ts";
import { getSegment } from "./get-segment.ts";

type Update = { id: string; name?: string | undefined; filter?: ContactFilter | undefined };

/** What is not given stays; a filter replaces the whole filter. */
export async function updateSegment(ctx: Context, { id, name, filter }: Update): Promise<SegmentRecord> {
  return retrying(ctx, async () => {
    const held = await getSegment(ctx, { id });
    const segment = { ...held, ...(name !== undefined && named(name)), filter: filter ?? held.filter, updatedAt: ctx.now() };
    await refuseTakenName(ctx, segment);
    return commit(ctx, new ChangeSet().put("segments", segment), segment);
  });
}
