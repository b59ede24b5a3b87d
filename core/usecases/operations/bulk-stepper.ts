import { type BulkWork, bulkActions, type OperationRecord, type OwnWork } from "#core/model/operations/operation.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { applyBulkWork } from "./apply-bulk-work.ts";
import { isTargetThere } from "./bulk-target.ts";
import { chooseContacts } from "./choose-contacts.ts";
import { endOperation } from "./end-operation.ts";
import type { Advance, ChunkSizes, Stepper } from "./stepper.ts";

/** Applies one action to each chosen contact. */
export function bulkStepper(chunk: ChunkSizes): Stepper {
  return { chunk, total, advance };
}

async function total(ctx: Context, { input: { choice } }: OperationRecord): Promise<number> {
  if (choice === null) return 0;
  return "ids" in choice ? choice.ids.length : ctx.store.contacts.count(choice.filter);
}

async function advance(ctx: Context, operation: OperationRecord, size: number): Promise<Advance> {
  const changes = new ChangeSet();
  const work = bulkWork(operation);
  if (!(await isTargetThere(ctx, work))) return { operation: endOperation(operation, "failed", ctx.now(), "not_found"), changes };
  const { ids, missing, cursor, isLast } = await chooseContacts(ctx, operation, size);
  if (cursor === null) return { operation: endOperation(operation, "completed", ctx.now()), changes };
  await applyBulkWork(ctx, changes, operation, work, ids);
  const { done, failed } = operation;
  const after = { ...operation, done: done + ids.length, failed: failed + missing, cursor, updatedAt: ctx.now() };
  return { operation: isLast && work.action !== "delete" ? endOperation(after, "completed", ctx.now()) : after, changes };
}

/** Narrows the type of the work; steppers.ts gives a stepper only operations of its own action. */
function bulkWork({ input: { work } }: OperationRecord): BulkWork {
  if (!isBulkWork(work)) throw new Error(`${work.action} is not done to chosen contacts`);
  return work;
}

function isBulkWork(work: BulkWork | OwnWork): work is BulkWork {
  return bulkActions.some((action) => action === work.action);
}
