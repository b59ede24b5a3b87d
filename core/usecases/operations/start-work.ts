import type { OperationKind, OperationRecord, OwnWork } from "#core/model/operation.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { askToRun } from "./ask-to-run.ts";

const kinds: Record<OwnWork["action"], OperationKind> = {
  find_duplicates: "contacts.find_duplicates",
  plan_settings: "settings.plan",
  apply_settings: "settings.apply",
  plan_import: "import.plan",
  apply_import: "import.apply",
  backfill_followups: "followups.backfill",
};

/**
 * Puts an operation that chooses for itself, and the request to run it, into the change set. `isRunHere`: the caller runs
 * its first turn at once (run-at-once.ts), and nobody else is asked.
 */
export function startWork(ctx: Context, changes: ChangeSet, work: OwnWork, { isRunHere = false } = {}): OperationRecord {
  const now = ctx.now();
  const operation: OperationRecord = {
    id: ctx.newId("op"),
    agentId: ctx.store.agentId,
    kind: kinds[work.action],
    input: { work, choice: null },
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
  changes.insert("operations", operation);
  if (!isRunHere) askToRun(ctx, changes, operation);
  return operation;
}
