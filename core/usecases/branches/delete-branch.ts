import { fail } from "#core/errors.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { getBranch } from "./get-branch.ts";

/** A branch that contacts belong to stays: where they go is for staff to say. */
export async function deleteBranch(ctx: Context, { id }: { id: string }): Promise<void> {
  return retrying(ctx, async () => {
    await getBranch(ctx, { id });
    const contacts = await ctx.store.contacts.count({ branch: [id] });
    if (contacts > 0) fail("conflict", `${contacts} contacts belong to branch ${id}; move them to another branch first`, { contacts });
    return commit(ctx, new ChangeSet().remove("branches", { agentId: ctx.store.agentId, id }), undefined);
  });
}
