import { fail } from "#core/errors.ts";
import type { WorkspaceRecord } from "#core/model/staff.ts";
import type { Context } from "#core/ports/context.ts";

export async function getWorkspace(ctx: Context, { id }: { id: string }): Promise<WorkspaceRecord> {
  return (await ctx.store.staffChat.findWorkspace(id)) ?? fail("not_found", `workspace ${id} does not exist`);
}
