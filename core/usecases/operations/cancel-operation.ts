import { fail } from "#core/errors.ts";
import type { OperationRecord } from "#core/model/operations/operation.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { endOperation } from "./end-operation.ts";
import { getOperation } from "./operations.ts";
import { steppers } from "./steppers.ts";

/** Stops the operation before its next commit. Changes that are committed stay. */
export async function cancelOperation(ctx: Context, { id }: { id: string }): Promise<OperationRecord> {
  return retrying(ctx, async () => {
    const operation = await getOperation(ctx, { id });
    if (operation.state === "cancelled") return commit(ctx, new ChangeSet(), operation);
    if (operation.finishedAt !== null) fail("conflict", `a ${operation.state} operation cannot be cancelled`);
    const cancelled = endOperation(operation, "cancelled", ctx.now());
    const changes = new ChangeSet().stepOperation(operation, cancelled);
    await steppers[operation.input.work.action].cleanUp?.(ctx, changes, operation);
    return commit(ctx, changes, cancelled);
  });
}
