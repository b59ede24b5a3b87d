import type { BranchRecord } from "#core/model/records.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { type BranchFields, branchFields } from "./branch-fields.ts";

export async function createBranch(ctx: Context, { name, ...given }: { name: string } & BranchFields): Promise<BranchRecord> {
  return retrying(ctx, async () => {
    const empty = { address: null, email: null, phone: null, timeZone: null };
    const fields = await branchFields(ctx, given);
    const branch = { id: ctx.newId("brn"), agentId: ctx.store.agentId, name, ...empty, ...fields, createdAt: ctx.now() };
    return commit(ctx, new ChangeSet().insert("branches", branch), branch);
  });
}
