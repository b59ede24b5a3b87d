import { fail } from "#core/errors.ts";
import type { BulkWork, ContactChoice, OperationRecord } from "#core/model/operation.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { type ChosenFilter, resolveFilter } from "#core/usecases/segments/resolve-filter.ts";
import { newOperation } from "./new-operation.ts";
import { requestRun } from "./request-run.ts";

export type BulkOrder = { work: BulkWork; choice: { ids: readonly string[] } | { filter: ChosenFilter } };

/** Begins work on many contacts in the background. A segment is taken as it is now. */
export async function startBulk(ctx: Context, { work, choice }: BulkOrder): Promise<OperationRecord> {
  return retrying(ctx, async () => {
    if (!(await isTargetThere(ctx, work))) failWithoutTarget(work);
    const operation = newOperation(ctx, `contacts.${work.action}`, { work, choice: await freeze(ctx, choice) });
    const changes = new ChangeSet().insert("operations", operation);
    requestRun(ctx, changes, operation);
    return commit(ctx, changes, operation);
  });
}

async function freeze(ctx: Context, choice: BulkOrder["choice"]): Promise<ContactChoice> {
  if ("ids" in choice) return { ids: [...new Set(choice.ids)].sort() };
  return { filter: await resolveFilter(ctx, choice.filter) };
}

/** False when the tag or branch has been deleted, or is somebody else's. */
export async function isTargetThere(ctx: Context, work: BulkWork): Promise<boolean> {
  if (work.action === "tag" || work.action === "untag") return (await ctx.store.labels.findTag(work.tagId)) !== null;
  if (work.action === "branch" && work.branchId !== null) return (await ctx.store.labels.findBranch(work.branchId)) !== null;
  return true;
}

function failWithoutTarget(work: BulkWork): never {
  const [noun, id] = "tagId" in work ? ["tag", work.tagId] : ["branch", "branchId" in work ? work.branchId : null];
  return fail("not_found", `${noun} ${id} does not exist`, { errors: [{ pointer: `/${noun}Id`, detail: "does not exist" }] });
}
