import type { OperationRecord } from "#core/model/operation.ts";
import { ChangeSet, StaleError } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commitStep } from "#core/usecases/commit.ts";
import { effect } from "#core/usecases/effect.ts";

/** Asks in the same commit for the work from the operation's cursor on. */
export function requestRun(ctx: Context, changes: ChangeSet, { id, cursor, updatedAt }: OperationRecord): void {
  effect(ctx, changes, { type: "operation.run", cause: `${id}:${cursor ?? ""}:${updatedAt}`, payload: { operationId: id } });
}

/** Asks for the work from where it stands, unless it has moved meanwhile: then somebody is at it. */
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
