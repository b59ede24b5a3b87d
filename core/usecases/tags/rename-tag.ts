import type { TagRecord } from "#core/model/records.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { draftTag, refuseTakenName } from "./create-tag.ts";
import { getTag } from "./get-tag.ts";

export async function renameTag(ctx: Context, { id, name }: { id: string; name: string }): Promise<TagRecord> {
  return retrying(ctx, async () => {
    const { createdAt } = await getTag(ctx, { id });
    const renamed = { ...draftTag(ctx, name), id, createdAt };
    await refuseTakenName(ctx, renamed);
    return commit(ctx, new ChangeSet().put("tags", renamed), renamed);
  });
}
