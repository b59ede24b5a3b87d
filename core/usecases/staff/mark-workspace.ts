import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commitStep, retrying } from "#core/usecases/commit.ts";

/** Stores since when a workspace cannot be reached. `because`: Slack's error code; null: it can be reached. */
export async function markWorkspace(ctx: Context, { id, because }: { id: string; because: string | null }): Promise<void> {
  await retrying(ctx, async () => {
    const found = await ctx.store.staffChat.findWorkspace(id);
    if (!found || found.brokenBecause === because) return;
    const brokenSince = because === null ? null : (found.brokenSince ?? ctx.now());
    await commitStep(ctx, new ChangeSet().replace("workspaces", found, { ...found, brokenSince, brokenBecause: because, updatedAt: ctx.now() }));
  });
}
