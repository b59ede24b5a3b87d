import { fail } from "#core/errors.ts";
import type { ContactFilter, SegmentRecord } from "#core/model/contact-filter.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import { requireCondition } from "#core/rules/bulk/condition.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { refuseTakenName, withNameKey } from "#core/usecases/unique-name.ts";
import { requireKnown } from "./require-known.ts";
import { resolveFilter } from "./resolve-filter.ts";

export async function getSegment(ctx: Context, { id }: { id: string }): Promise<SegmentRecord> {
  return (await ctx.store.segments.find(id)) ?? fail("not_found", `segment ${id} does not exist`);
}

export async function listSegments(ctx: Context, page: PageQuery): Promise<Page<SegmentRecord>> {
  return ctx.store.segments.list(page);
}

export type NewSegment = { name: string; filter: ContactFilter };

/** Names are unique whatever their case and accents. A filter without a condition is refused: everybody is no segment; so is one that names tags, branches or staff that are not there. */
export async function createSegment(ctx: Context, { name, filter }: NewSegment): Promise<SegmentRecord> {
  return retrying(ctx, async () => {
    const now = ctx.now();
    const named = withNameKey(name);
    const id = ctx.newId("seg");
    refuseTakenName("segment", await ctx.store.segments.byKey(named.nameKey), id);
    const segment = {
      id,
      agentId: ctx.store.agentId,
      ...named,
      filter: requireCondition(await resolveFilter(ctx, filter, "/filter")),
      createdAt: now,
      updatedAt: now,
    };
    const changes = new ChangeSet();
    await requireKnown(ctx, changes, filter);
    return commit(ctx, changes.insert("segments", segment), segment);
  });
}

type SegmentUpdate = { id: string; name?: string | undefined; filter?: ContactFilter | undefined };

/** What is not given stays; a filter replaces the whole filter. */
export async function updateSegment(ctx: Context, { id, name, filter }: SegmentUpdate): Promise<SegmentRecord> {
  return retrying(ctx, async () => {
    const held = await getSegment(ctx, { id });
    const segment = {
      ...held,
      ...(name !== undefined && withNameKey(name)),
      filter: filter ? requireCondition(await resolveFilter(ctx, filter, "/filter")) : held.filter,
      updatedAt: ctx.now(),
    };
    refuseTakenName("segment", await ctx.store.segments.byKey(segment.nameKey), id);
    const changes = new ChangeSet();
    if (filter) await requireKnown(ctx, changes, filter, held.filter);
    return commit(ctx, changes.replace("segments", held, segment), segment);
  });
}

/** Takes the name and its filter away; contacts stay as they are. */
export async function deleteSegment(ctx: Context, { id }: { id: string }): Promise<void> {
  return retrying(ctx, async () => {
    await getSegment(ctx, { id });
    return commit(ctx, new ChangeSet().remove("segments", { agentId: ctx.store.agentId, id }), undefined);
  });
}
