import type { OperationRecord } from "#core/model/operation.ts";
import { ChangeSet, StaleError } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commitStep } from "#core/usecases/commit.ts";
import { askToRun } from "./ask-to-run.ts";

/** Asks for the work from where it stands, unless it has moved meanwhile: then somebody is at it. */
export async function askAgain(ctx: Context, operation: OperationRecord): Promise<void> {
  const moved = { ...operation, updatedAt: ctx.now() };
  const changes = new ChangeSet().stepOperation(operation, moved);
  askToRun(ctx, changes, moved);
  try {
    await commitStep(ctx, changes);
  } catch (error) {
    if (!(error instanceof StaleError)) throw error;
  }
}
