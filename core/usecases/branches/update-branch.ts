import type { BranchRecord } from "#core/model/records.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { type BranchFields, branchFields } from "./branch-fields.ts";
import { getBranch } from "./get-branch.ts";

type Update = { id: string; name?: string | undefined } & BranchFields;

export async function updateBranch(ctx: Context, { id, name, ...given }: Update): Promise<BranchRecord> {
  return retrying(ctx, async () => {
    const held = await getBranch(ctx, { id });
    const branch = { ...held, name: name ?? held.name, ...(await branchFields(ctx, given)) };
    return commit(ctx, new ChangeSet().put("branches", branch), branch);
  });
}
