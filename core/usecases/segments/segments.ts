import { fail, invalidField } from "#core/errors.ts";
import type { ContactFilter, SegmentRecord } from "#core/model/contact-filter.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import { requireCondition } from "#core/rules/bulk/condition.ts";
import { foldText } from "#core/rules/text/text.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { resolveFilter } from "./resolve-filter.ts";

export async function getSegment(ctx: Context, { id }: { id: string }): Promise<SegmentRecord> {
  return (await ctx.store.segments.find(id)) ?? fail("not_found", `segment ${id} does not exist`);
}

export async function listSegments(ctx: Context, page: PageQuery): Promise<Page<SegmentRecord>> {
  return ctx.store.segments.list(page);
}

export type NewSegment = { name: string; filter: ContactFilter };

/** Names are unique whatever their case and accents. A filter without a condition is refused: everybody is no segment. */
export async function createSegment(ctx: Context, { name, filter }: NewSegment): Promise<SegmentRecord> {
  return retrying(ctx, async () => {
    const now = ctx.now();
    const named = nameOf(name);
    const id = ctx.newId("seg");
    await refuseTakenName(ctx, { id, ...named });
    const segment = {
      id,
      agentId: ctx.store.agentId,
      ...named,
      filter: requireCondition(await resolveFilter(ctx, filter, "/filter")),
      createdAt: now,
      updatedAt: now,
    };
    return commit(ctx, new ChangeSet().insert("segments", segment), segment);
  });
}

export function nameOf(name: string): { name: string; nameKey: string } {
  const nameKey = foldText(name);
  if (nameKey === "") throw invalidField("/name", "has nothing that can be read");
  return { name, nameKey };
}

export async function refuseTakenName(ctx: Context, { id, nameKey }: Pick<SegmentRecord, "id" | "nameKey">): Promise<void> {
  const holder = await ctx.store.segments.byKey(nameKey);
  if (!holder || holder.id === id) return;
  fail("conflict", `segment ${holder.id} has this name already`, { segmentId: holder.id, errors: [{ pointer: "/name", detail: "is taken" }] });
}

type SegmentUpdate = { id: string; name?: string | undefined; filter?: ContactFilter | undefined };

/** What is not given stays; a filter replaces the whole filter. */
export async function updateSegment(ctx: Context, { id, name, filter }: SegmentUpdate): Promise<SegmentRecord> {
  return retrying(ctx, async () => {
    const held = await getSegment(ctx, { id });
    const segment = {
      ...held,
      ...(name !== undefined && nameOf(name)),
      filter: filter ? requireCondition(await resolveFilter(ctx, filter, "/filter")) : held.filter,
      updatedAt: ctx.now(),
    };
    await refuseTakenName(ctx, segment);
    return commit(ctx, new ChangeSet().replace("segments", held, segment), segment);
  });
}

/** Takes the name and its filter away; contacts stay as they are. */
export async function deleteSegment(ctx: Context, { id }: { id: string }): Promise<void> {
  return retrying(ctx, async () => {
    await getSegment(ctx, { id });
    return commit(ctx, new ChangeSet().remove("segments", { agentId: ctx.store.agentId, id }), undefined);
  });
}
