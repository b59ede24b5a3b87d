import type { OperationRecord } from "#core/model/operation.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { effect } from "#core/usecases/effect.ts";

/** Asks in the same commit for the work from the operation's cursor on. */
export function askToRun(ctx: Context, changes: ChangeSet, { id, cursor, updatedAt }: OperationRecord): void {
  effect(ctx, changes, { type: "operation.run", cause: `${id}:${cursor ?? ""}:${updatedAt}`, payload: { operationId: id } });
}
