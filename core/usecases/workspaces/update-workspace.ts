import type { WorkspaceRecord } from "#core/model/staff.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { getWorkspace } from "./workspaces.ts";

/** Null: cards go nowhere, there is no digest. */
export type WorkspaceChange = { id: string; channelId?: string | null | undefined; digestAt?: string | null | undefined };

/** Where cards go from now on, and when the digest comes. Cards that are there stay where they are. */
export async function updateWorkspace(ctx: Context, { id, channelId, digestAt }: WorkspaceChange): Promise<WorkspaceRecord> {
  return retrying(ctx, async () => {
    const found = await getWorkspace(ctx, { id });
    const changed: WorkspaceRecord = {
      ...found,
      channelId: channelId === undefined ? found.channelId : channelId,
      digestAt: digestAt === undefined ? found.digestAt : digestAt,
      updatedAt: ctx.now(),
    };
    return commit(ctx, new ChangeSet().replace("workspaces", found, changed), changed);
  });
}
