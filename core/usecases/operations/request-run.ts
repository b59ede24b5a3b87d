import type { OperationRecord } from "#core/model/operations/operation.ts";
import { ChangeSet, StaleError } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commitStep } from "#core/usecases/commit.ts";
import { effect } from "#core/usecases/effect.ts";

/** Adds the effect that continues the operation from its cursor to the change set. */
export function requestRun(ctx: Context, changes: ChangeSet, { id, cursor, updatedAt }: OperationRecord): void {
  effect(ctx, changes, { type: "operation.run", cause: `${id}:${cursor ?? ""}:${updatedAt}`, payload: { operationId: id } });
}

/** Requests that the operation be continued, unless its cursor has moved meanwhile: then a job is already running it. */
export async function requestResume(ctx: Context, operation: OperationRecord): Promise<void> {
  const moved = { ...operation, updatedAt: ctx.now() };
  const changes = new ChangeSet().stepOperation(operation, moved);
  requestRun(ctx, changes, moved);
  try {
    await commitStep(ctx, changes);
  } catch (error) {
    if (!(error instanceof StaleError)) throw error;
  }
}
