import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { getTag } from "./get-tag.ts";

/** Takes the tag off every contact, and away. */
export async function deleteTag(ctx: Context, { id }: { id: string }): Promise<void> {
  const { agentId } = ctx.store;
  return retrying(ctx, async () => {
    await getTag(ctx, { id });
    return commit(ctx, new ChangeSet().remove("contactTags", { agentId, tagId: id }).remove("tags", { agentId, id }), undefined);
  });
}
