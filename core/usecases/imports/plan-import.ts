import { CrmError, fail } from "#core/errors.ts";
import type { ImportMapping, ImportRecord } from "#core/model/operations/import.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { faultsOf, mappingOf } from "#core/rules/imports/fields.ts";
import { commit, replaceAnswer, retrying } from "#core/usecases/commit.ts";
import { getOperation } from "#core/usecases/operations/operations.ts";
import { runInRequest } from "#core/usecases/operations/run-in-request.ts";
import { startWork } from "#core/usecases/operations/start-work.ts";
import { getImport } from "./imports.ts";

/** Begins a new dry run, which replaces the earlier one. */
export async function planImport(ctx: Context, { id, mapping }: { id: string; mapping?: ImportMapping | undefined }): Promise<ImportRecord> {
  const begun = await retrying(ctx, async () => {
    const file = await getImport(ctx, { id });
    if (!["staged", "planning", "planned"].includes(file.state)) fail("conflict", `import ${id} is ${file.state}: there is nothing to decide`);
    const changes = new ChangeSet();
    return commit(ctx, changes, beginPlan(ctx, changes, file, mapping ?? {}));
  });
  return replaceAnswer(ctx, await runPlanInRequest(ctx, begun));
}

/**
 * Adds the import, with all of its columns mapped, and the operation of its dry run to the change set. The caller runs the
 * operation after the commit.
 */
export function beginPlan(ctx: Context, changes: ChangeSet, file: ImportRecord, given: ImportMapping): ImportRecord {
  refuseFaults(given, file.columns);
  const { id } = startWork(ctx, changes, { action: "plan_import", importId: file.id }, { isRunHere: true });
  const counts = { ...file.counts, create: 0, update: 0, skip: 0, newTags: 0 };
  const mapping = mappingOf(file.columns, given);
  const begun: ImportRecord = { ...file, mapping, state: "planning", planId: null, operationId: id, counts, updatedAt: ctx.now() };
  changes.replace("imports", file, begun);
  return begun;
}

export function refuseFaults(mapping: ImportMapping, columns: readonly string[] | null): void {
  const errors = faultsOf(mapping, columns);
  const [first] = errors;
  if (first) throw new CrmError("invalid", `${first.pointer} ${first.detail}`, { errors });
}

/** The import after the first part of its dry run, which for a small file is all of it. */
export async function runPlanInRequest(ctx: Context, { id, operationId }: ImportRecord): Promise<ImportRecord> {
  if (operationId !== null) await runInRequest(ctx, await getOperation(ctx, { id: operationId }));
  return getImport(ctx, { id });
}
