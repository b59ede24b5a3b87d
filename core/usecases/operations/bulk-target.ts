import { fail } from "#core/errors.ts";
import type { BulkWork } from "#core/model/operations/operation.ts";
import type { Context } from "#core/ports/context.ts";
import { isStaffMember, requireStaffMember } from "#core/usecases/staff/require-member.ts";

/** False when the tag or branch has been deleted, the owner has left the staff, or any of them belongs to another agent. */
export async function isTargetThere(ctx: Context, work: BulkWork): Promise<boolean> {
  switch (work.action) {
    case "tag":
    case "untag":
      return (await ctx.store.labels.findTag(work.tagId)) !== null;
    case "branch":
      return work.branchId === null || (await ctx.store.labels.findBranch(work.branchId)) !== null;
    case "owner":
      return work.ownerId === null || isStaffMember(ctx, work.ownerId);
    case "stage":
    case "delete":
      return true;
  }
}

/** Throws CrmError at the field that names the tag or the branch (`not_found`) or the owner (`invalid`). */
export async function refuseMissingTarget(ctx: Context, work: BulkWork): Promise<void> {
  if (await isTargetThere(ctx, work)) return;
  if (work.action === "owner" && work.ownerId !== null) return requireStaffMember(ctx, work.ownerId);
  const [noun, id] = "tagId" in work ? ["tag", work.tagId] : ["branch", "branchId" in work ? work.branchId : null];
  fail("not_found", `${noun} ${id} does not exist`, { errors: [{ pointer: `/${noun}Id`, detail: "does not exist" }] });
}
