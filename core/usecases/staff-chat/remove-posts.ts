import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { effect } from "#core/usecases/effect.ts";
import { showCard } from "./effects.ts";

/** Pairs that somebody can be the younger of. */
const mostPairs = 200;

/** Asks, in the commit that deletes contacts, for every message in the staff's chat about them to be taken away. */
export async function removePosts(ctx: Context, changes: ChangeSet, contactIds: readonly string[]): Promise<void> {
  for (const contactId of contactIds) {
    for (const { id, workspaceId, channelId, ts } of await ctx.store.staffChat.postsOfContact(contactId)) {
      // One that is being posted finds its row gone, and takes itself away.
      if (ts !== null) effect(ctx, changes, { type: "post.remove", cause: id, payload: { workspaceId, channelId, ts } });
    }
    // The card of a pair is kept with the older of the two. Its question goes with either, and a card without one with it.
    const { data } = await ctx.store.proposals.list({ contactId }, { limit: mostPairs, cursor: null });
    for (const { id, otherId } of data) if (otherId === contactId) showCard(ctx, changes, "proposal", id);
  }
}
