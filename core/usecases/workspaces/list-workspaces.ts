import type { WorkspaceRecord } from "#core/model/staff.ts";
import type { Context } from "#core/ports/context.ts";

/** Oldest first. */
export async function listWorkspaces(ctx: Context): Promise<WorkspaceRecord[]> {
  return ctx.store.staffChat.workspaces();
}
