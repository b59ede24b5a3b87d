import { fail, invalidField } from "#core/errors.ts";
import type { ContactFilter, SegmentRecord } from "#core/model/contact-filter.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { foldText } from "#core/rules/text.ts";
import { commit, retrying } from "#core/usecases/commit.ts";

export type NewSegment = { name: string; filter: ContactFilter };

/** Names are unique whatever their case and accents. */
export async function createSegment(ctx: Context, { name, filter }: NewSegment): Promise<SegmentRecord> {
  return retrying(ctx, async () => {
    const now = ctx.now();
    const segment = { id: ctx.newId("seg"), agentId: ctx.store.agentId, ...named(name), filter, createdAt: now, updatedAt: now };
    await refuseTakenName(ctx, segment);
    return commit(ctx, new ChangeSet().insert("segments", segment), segment);
  });
}

export function named(name: string): { name: string; nameKey: string } {
  const nameKey = foldText(name);
  if (nameKey === "") throw invalidField("/name", "has nothing that can be read");
  return { name, nameKey };
}

export async function refuseTakenName(ctx: Context, { id, nameKey }: SegmentRecord): Promise<void> {
  const holder = await ctx.store.segments.byKey(nameKey);
  if (!holder || holder.id === id) return;
  fail("conflict", `segment ${holder.id} has this name already`, { segmentId: holder.id, errors: [{ pointer: "/name", detail: "is taken" }] });
}
