import { fail } from "#core/errors.ts";
import type { BulkWork } from "#core/model/operation.ts";
import type { Context } from "#core/ports/context.ts";

/** False when the tag or branch has been deleted, or is somebody else's. */
export async function isTargetThere(ctx: Context, work: BulkWork): Promise<boolean> {
  if (work.action === "tag" || work.action === "untag") return (await ctx.store.labels.findTag(work.tagId)) !== null;
  if (work.action === "branch" && work.branchId !== null) return (await ctx.store.labels.findBranch(work.branchId)) !== null;
  return true;
}

/** Throws CrmError `not_found` at the field that names the tag or the branch. */
export async function refuseMissingTarget(ctx: Context, work: BulkWork): Promise<void> {
  if (await isTargetThere(ctx, work)) return;
  const [noun, id] = "tagId" in work ? ["tag", work.tagId] : ["branch", "branchId" in work ? work.branchId : null];
  fail("not_found", `${noun} ${id} does not exist`, { errors: [{ pointer: `/${noun}Id`, detail: "does not exist" }] });
}
