import { fail } from "#core/errors.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commitStep, retrying } from "#core/usecases/commit.ts";
import { endOperation } from "#core/usecases/operations/end-operation.ts";
import { eraseRows } from "./erase-rows.ts";
import { getImport } from "./get-import.ts";

/** Forgets a file and its rows; contacts stay. A dry run under way ends. Safe to repeat after it was cut short. */
export async function deleteImport(ctx: Context, { id }: { id: string }): Promise<void> {
  await retrying(ctx, () => end(ctx, id));
  await eraseRows(ctx, { id });
  await commitStep(ctx, new ChangeSet().remove("imports", { id }));
}

async function end(ctx: Context, id: string): Promise<void> {
  const file = await getImport(ctx, { id });
  if (file.state === "staging") fail("conflict", `import ${id} is still being uploaded`);
  if (file.state === "applying") fail("conflict", `import ${id} is being applied; cancel operation ${file.operationId} first`);
  const operation = file.operationId === null ? null : await ctx.store.operations.find(file.operationId);
  const changes = new ChangeSet();
  if (operation?.finishedAt === null) changes.stepOperation(operation, endOperation(operation, "cancelled", ctx.now()));
  await commitStep(ctx, changes.put("imports", { ...file, state: "failed", planId: null, updatedAt: ctx.now() }));
}
