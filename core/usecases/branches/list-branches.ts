import type { BranchRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";

export async function listBranches(ctx: Context): Promise<BranchRecord[]> {
  return ctx.store.labels.branches();
}
