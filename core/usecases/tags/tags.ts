import { fail, invalidField } from "#core/errors.ts";
import type { TagRecord } from "#core/model/records.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import { foldText } from "#core/rules/text/text.ts";
import { commit, retrying } from "#core/usecases/commit.ts";

export async function getTag(ctx: Context, { id }: { id: string }): Promise<TagRecord> {
  return (await ctx.store.labels.findTag(id)) ?? fail("not_found", `tag ${id} does not exist`);
}

export async function listTags(ctx: Context, page: PageQuery): Promise<Page<TagRecord>> {
  return ctx.store.labels.tagPage(page);
}

/** All tags by name, to choose from. */
export async function everyTag(ctx: Context): Promise<TagRecord[]> {
  return ctx.store.labels.tags();
}

/** Names are unique whatever their case and accents. */
export async function createTag(ctx: Context, { name }: { name: string }): Promise<TagRecord> {
  return retrying(ctx, async () => {
    const tag = draftTag(ctx, name);
    await refuseTakenName(ctx, tag);
    return commit(ctx, new ChangeSet().insert("tags", tag), tag);
  });
}

export function draftTag(ctx: Context, name: string): TagRecord {
  const nameKey = foldText(name);
  if (nameKey === "") throw invalidField("/name", "has nothing that can be read");
  return { id: ctx.newId("tag"), agentId: ctx.store.agentId, name, nameKey, createdAt: ctx.now() };
}

export async function refuseTakenName(ctx: Context, { id, nameKey }: TagRecord): Promise<void> {
  const holder = await ctx.store.labels.tagByKey(nameKey);
  if (!holder || holder.id === id) return;
  fail("conflict", `tag ${holder.id} has this name already`, { tagId: holder.id, errors: [{ pointer: "/name", detail: "is taken" }] });
}

export async function renameTag(ctx: Context, { id, name }: { id: string; name: string }): Promise<TagRecord> {
  return retrying(ctx, async () => {
    const held = await getTag(ctx, { id });
    const renamed = { ...draftTag(ctx, name), id, createdAt: held.createdAt };
    await refuseTakenName(ctx, renamed);
    return commit(ctx, new ChangeSet().replace("tags", held, renamed), renamed);
  });
}

/** Takes the tag off every contact, and away. */
export async function deleteTag(ctx: Context, { id }: { id: string }): Promise<void> {
  const { agentId } = ctx.store;
  return retrying(ctx, async () => {
    await getTag(ctx, { id });
    return commit(ctx, new ChangeSet().remove("contactTags", { agentId, tagId: id }).remove("tags", { agentId, id }), undefined);
  });
}
