import { fail } from "#core/errors.ts";
import type { ImportOutcome, ImportRecord, ImportRowRecord } from "#core/model/operations/import.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import { commit, commitStep, retrying } from "#core/usecases/commit.ts";
import { endOperation } from "#core/usecases/operations/end-operation.ts";
import { eraseRows } from "./erase-rows.ts";

export async function getImport(ctx: Context, { id }: { id: string }): Promise<ImportRecord> {
  return (await ctx.store.imports.find(id)) ?? fail("not_found", `import ${id} does not exist`);
}

/** Newest first. */
export async function listImports(ctx: Context, page: PageQuery): Promise<Page<ImportRecord>> {
  return ctx.store.imports.list(page);
}

/** Rows of an import in the order of the file. */
export async function listRows(
  ctx: Context,
  { id, outcome }: { id: string; outcome?: ImportOutcome },
  page: PageQuery,
): Promise<Page<ImportRowRecord>> {
  await getImport(ctx, { id });
  return ctx.store.imports.rows(id, outcome ? { outcome } : {}, page);
}

/** Deletes an import and its rows; contacts stay. A running dry run is cancelled. Safe to repeat after an interruption. */
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
  await commit(ctx, changes.replace("imports", file, { ...file, state: "failed", planId: null, updatedAt: ctx.now() }), undefined);
}
