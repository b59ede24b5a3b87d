import type { BulkWork, OperationRecord } from "#core/model/operations/operation.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { setStages } from "#core/usecases/contacts/set-stages.ts";
import { removePosts } from "#core/usecases/staff-chat/remove-posts.ts";
import { saveSuppressions } from "#core/usecases/suppressions/save-suppressions.ts";

/** Adds what a bulk operation does to these contacts to the change set. */
export async function applyBulkWork(
  ctx: Context,
  changes: ChangeSet,
  operation: OperationRecord,
  work: BulkWork,
  ids: readonly string[],
): Promise<void> {
  switch (work.action) {
    case "delete":
      await saveSuppressions(ctx, changes, ids);
      await removePosts(ctx, changes, ids);
      changes.erase(ids);
      return;
    case "stage":
      await setStages(ctx, changes, { ids, stage: work.stage, reason: operation.id, by: operation.createdBy });
      return;
    case "branch":
      if (work.branchId !== null) changes.expectRows("branches", { id: work.branchId }, "id", [work.branchId]);
      changes.toAll({ work, contactIds: ids, at: ctx.now(), by: operation.createdBy });
      return;
    case "tag":
    case "untag":
    case "owner":
      changes.toAll({ work, contactIds: ids, at: ctx.now(), by: operation.createdBy });
      return;
    default:
      return work satisfies never;
  }
}
