import { fail } from "#core/errors.ts";
import type { BranchRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";

export async function getBranch(ctx: Context, { id }: { id: string }): Promise<BranchRecord> {
  return (await ctx.store.labels.findBranch(id)) ?? fail("not_found", `branch ${id} does not exist`);
}
