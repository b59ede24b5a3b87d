import type { OperationKind, OperationRecord, OwnWork } from "#core/model/operation.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { newOperation } from "./new-operation.ts";
import { requestRun } from "./request-run.ts";

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
 * its first turn at once (run-in-request.ts), and nobody else is asked.
 */
export function startWork(ctx: Context, changes: ChangeSet, work: OwnWork, { isRunHere = false } = {}): OperationRecord {
  const operation = newOperation(ctx, kinds[work.action], { work, choice: null });
  changes.insert("operations", operation);
  if (!isRunHere) requestRun(ctx, changes, operation);
  return operation;
}
