import type { OperationInput, OperationKind, OperationRecord } from "#core/model/operations/operation.ts";
import type { Context } from "#core/ports/context.ts";

/** An operation that has not begun. Adds nothing to a change set. */
export function newOperation(ctx: Context, kind: OperationKind, input: OperationInput): OperationRecord {
  const now = ctx.now();
  return {
    id: ctx.newId("op"),
    agentId: ctx.store.agentId,
    kind,
    input,
    state: "queued",
    total: null,
    done: 0,
    failed: 0,
    cursor: null,
    error: null,
    createdBy: ctx.actor.id,
    createdAt: now,
    updatedAt: now,
    finishedAt: null,
  };
}
