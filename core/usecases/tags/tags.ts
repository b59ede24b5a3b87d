import { fail } from "#core/errors.ts";
import type { TagRecord } from "#core/model/records.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { refuseTakenName, withNameKey } from "#core/usecases/unique-name.ts";

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
    refuseTakenName("tag", await ctx.store.labels.tagByKey(tag.nameKey), tag.id);
    return commit(ctx, new ChangeSet().insert("tags", tag), tag);
  });
}

export function draftTag(ctx: Context, name: string): TagRecord {
  return { id: ctx.newId("tag"), agentId: ctx.store.agentId, ...withNameKey(name), createdAt: ctx.now() };
}

export async function renameTag(ctx: Context, { id, name }: { id: string; name: string }): Promise<TagRecord> {
  return retrying(ctx, async () => {
    const held = await getTag(ctx, { id });
    const renamed = { ...draftTag(ctx, name), id, createdAt: held.createdAt };
    refuseTakenName("tag", await ctx.store.labels.tagByKey(renamed.nameKey), id);
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
