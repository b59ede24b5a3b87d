import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { effect } from "#core/usecases/effect.ts";

/** Asks, in the commit that deletes contacts, for every post in the staff chat about them to be taken away. */
export async function removePosts(ctx: Context, changes: ChangeSet, contactIds: readonly string[]): Promise<void> {
  for (const { id, workspaceId, channelId, ts } of await ctx.store.staffChat.postsAbout(contactIds)) {
    // A post without a place is being written: its writer finds the row gone and takes it away.
    if (ts !== null) effect(ctx, changes, { type: "post.remove", cause: id, payload: { workspaceId, channelId, ts } });
  }
}
