import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { getSegment } from "./get-segment.ts";

/** Takes the name and its filter away; contacts stay as they are. */
export async function deleteSegment(ctx: Context, { id }: { id: string }): Promise<void> {
  return retrying(ctx, async () => {
    await getSegment(ctx, { id });
    return commit(ctx, new ChangeSet().remove("segments", { agentId: ctx.store.agentId, id }), undefined);
  });
}
