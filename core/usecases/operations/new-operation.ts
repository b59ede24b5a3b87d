import type { OperationInput, OperationKind, OperationRecord } from "#core/model/operation.ts";
import type { Context } from "#core/ports/context.ts";

/** Work that nobody has begun yet. */
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
