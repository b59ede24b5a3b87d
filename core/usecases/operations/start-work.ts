import type { OperationKind, OperationRecord, OwnWork } from "#core/model/operations/operation.ts";
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
 * Adds an operation that needs no chosen contacts, and the effect that runs it, to the change set. `isRunHere`: the caller runs
 * its first part itself (run-in-request.ts), so no effect is added.
 */
export function startWork(ctx: Context, changes: ChangeSet, work: OwnWork, { isRunHere = false } = {}): OperationRecord {
  const operation = newOperation(ctx, kinds[work.action], { work, choice: null });
  changes.insert("operations", operation);
  if (!isRunHere) requestRun(ctx, changes, operation);
  return operation;
}
