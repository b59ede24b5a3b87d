import { fail } from "#core/errors.ts";
import type { WorkspaceRecord } from "#core/model/staff.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";

/** One workspace by its id. Throws CrmError `not_found`. */
export async function getWorkspace(ctx: Context, { id }: { id: string }): Promise<WorkspaceRecord> {
  return (await ctx.store.staffChat.findWorkspace(id)) ?? fail("not_found", `workspace ${id} does not exist`);
}

/** The agent's workspaces, oldest first. */
export async function listWorkspaces(ctx: Context, page: PageQuery): Promise<Page<WorkspaceRecord>> {
  return ctx.store.staffChat.workspacePage(page);
}
