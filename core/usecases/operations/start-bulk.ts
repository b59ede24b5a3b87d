import type { BulkWork, OperationRecord } from "#core/model/operations/operation.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { requireConfirmation } from "#core/rules/bulk/confirmation.ts";
import { commit, retrying } from "#core/usecases/commit.ts";

import { refuseMissingTarget } from "./bulk-target.ts";
import { newOperation } from "./new-operation.ts";
import { type BulkSelection, bulkSize, resolveSelection } from "./preview-bulk.ts";
import { requestRun } from "./request-run.ts";

/** `confirm` is the number of contacts that the caller was shown; required for many contacts (core/rules/bulk/confirmation.ts). */
export type BulkOrder = { work: BulkWork; choice: BulkSelection; confirm?: number | undefined };

/** Begins a bulk operation in the background. A segment is resolved to its present filter. */
export async function startBulk(ctx: Context, { work, choice: selection, confirm }: BulkOrder): Promise<OperationRecord> {
  return retrying(ctx, async () => {
    await refuseMissingTarget(ctx, work);
    const choice = await resolveSelection(ctx, selection);
    // One id needs no confirmation of the number.
    const isOne = "ids" in choice && choice.ids.length === 1;
    if (!isOne || confirm !== undefined) requireConfirmation(await bulkSize(ctx, choice), confirm);
    const operation = newOperation(ctx, `contacts.${work.action}`, { work, choice });
    const changes = new ChangeSet().insert("operations", operation);
    requestRun(ctx, changes, operation);
    return commit(ctx, changes, operation);
  });
}
