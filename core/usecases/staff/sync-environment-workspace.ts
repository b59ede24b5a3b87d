import type { WorkspaceRecord } from "#core/model/staff.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commitStep, retrying } from "#core/usecases/commit.ts";

export type EnvironmentWorkspace = Pick<WorkspaceRecord, "teamId" | "name" | "botUserId"> & { channelId: string | null };

/**
 * Creates, updates or removes the row of the workspace whose tokens are in the environment. A channel named there overrides the
 * stored one.
 */
export async function syncEnvironmentWorkspace(ctx: Context, given: EnvironmentWorkspace | null): Promise<WorkspaceRecord | null> {
  return retrying(ctx, async () => {
    const known = await ctx.store.staffChat.workspaces();
    const changes = new ChangeSet();
    for (const { id } of known.filter(({ sealed, teamId }) => sealed === null && teamId !== given?.teamId)) changes.remove("workspaces", { id });
    const found = known.find(({ teamId }) => teamId === given?.teamId) ?? null;
    const row = given && workspaceRow(ctx, found, given);
    if (row && found) changes.replace("workspaces", found, row);
    if (row && !found) changes.insert("workspaces", row);
    await commitStep(ctx, changes);
    return row;
  });
}

function workspaceRow(ctx: Context, found: WorkspaceRecord | null, { channelId, ...given }: EnvironmentWorkspace): WorkspaceRecord {
  const now = ctx.now();
  const fresh = { id: ctx.newId("wsp"), agentId: ctx.store.agentId, digestAt: null, createdBy: ctx.actor.id, createdAt: now };
  const healthy = { sealed: null, brokenSince: null, brokenBecause: null, updatedAt: now };
  return { ...fresh, ...found, ...given, ...healthy, channelId: channelId ?? found?.channelId ?? null };
}
