import { CrmError, fail } from "#core/errors.ts";
import type { ImportFormat, ImportMapping, ImportRecord, ImportRowRecord } from "#core/model/operations/import.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { minute } from "#core/rules/time.ts";
import { commit, commitStep, replaceAnswer, retrying } from "#core/usecases/commit.ts";
import { yieldToEventLoop } from "#core/usecases/operations/yield-to-event-loop.ts";
import { eraseRows } from "./erase-rows.ts";
import { beginPlan, refuseFaults, runPlanInRequest } from "./plan-import.ts";

export const maxImportRows = 2_000_000;
/** An upload without progress for so long counts as abandoned. */
const abandonedMs = 15 * minute;

export type StagedRow = Pick<ImportRowRecord, "line" | "values" | "reasons">;

/** A file that is being uploaded: batches of some thousand rows, each stored in one commit. */
export type ImportFile = {
  format: ImportFormat;
  /** The columns of the header; of JSON lines the fields found so far. */
  columns(): string[];
  batches: AsyncIterable<StagedRow[]>;
  /** SHA-256 of the request body, after all of it has been read. */
  requestHash(): string;
};

export type PlannedImport = { file: ImportRecord; rows: ImportRowRecord[] };
const shownRows = 20;

/** Stores the rows of a file and begins its dry run. An interrupted upload leaves a failed import without rows. */
export async function stageImport(
  ctx: Context,
  { file, mapping = {} }: { file: ImportFile; mapping?: ImportMapping | undefined },
): Promise<PlannedImport> {
  await failAbandoned(ctx);
  const batches = file.batches[Symbol.asyncIterator]();
  const first = await batches.next();
  if (first.done) return fail("invalid", "the file has no rows", { errors: [{ pointer: "", detail: "has no rows" }] });
  const record = draft(ctx, file);
  refuseFaults(mapping, file.format === "csv" ? record.columns : null);
  try {
    await commitStep(ctx, new ChangeSet().insert("imports", record));
    let staged = record;
    for (let next: IteratorResult<StagedRow[]> = first; !next.done; next = await batches.next()) staged = await saveRows(ctx, staged, next.value);
    return await plan(ctx, { ...staged, columns: file.columns() }, mapping, file.requestHash());
  } catch (error) {
    await batches.return?.();
    await failImport(ctx, record);
    throw error instanceof CrmError ? new CrmError(error.code, error.message, { ...error.details, importId: record.id }) : error;
  }
}

function draft(ctx: Context, { format, columns }: ImportFile): ImportRecord {
  const now = ctx.now();
  return {
    id: ctx.newId("imp"),
    agentId: ctx.store.agentId,
    format,
    columns: columns(),
    mapping: null,
    state: "staging",
    counts: { rows: 0, create: 0, update: 0, skip: 0, applied: 0, newTags: 0, tagsMade: 0 },
    planId: null,
    operationId: null,
    createdBy: ctx.actor.id,
    createdAt: now,
    updatedAt: now,
  };
}

async function saveRows(ctx: Context, file: ImportRecord, batch: readonly StagedRow[]): Promise<ImportRecord> {
  const rows = file.counts.rows + batch.length;
  if (rows > maxImportRows) fail("too_large", `the file has more than ${maxImportRows} rows; split it`, { limit: maxImportRows });
  const staged = { ...file, counts: { ...file.counts, rows }, updatedAt: ctx.now() };
  const undecided = { agentId: file.agentId, importId: file.id, outcome: null, contactId: null, appliedAt: null };
  const records = batch.map(({ line, values, reasons }) => ({ ...undecided, line, values, reasons }));
  await commitStep(ctx, new ChangeSet().insert("importRows", ...records).replace("imports", file, staged));
  await yieldToEventLoop(ctx);
  return staged;
}

/** With an Idempotency-Key the key is stored in the commit that ends the upload, and its answer is added when it is known. */
async function plan(ctx: Context, staged: ImportRecord, mapping: ImportMapping, requestHash: string): Promise<PlannedImport> {
  const keyed: Context = ctx.idempotency ? { ...ctx, idempotency: { ...ctx.idempotency, requestHash } } : ctx;
  const changes = new ChangeSet();
  const begun = beginPlan(ctx, changes, staged, mapping);
  await commit(keyed, changes, { file: begun, rows: [] });
  const file = await runPlanInRequest(ctx, begun);
  return replaceAnswer(keyed, { file, rows: (await ctx.store.imports.rows(file.id, {}, { limit: shownRows, cursor: null })).data });
}

async function failImport(ctx: Context, file: ImportRecord): Promise<void> {
  await retrying(ctx, async () => {
    const found = await ctx.store.imports.find(file.id);
    if (found?.state !== "staging") return;
    await eraseRows(ctx, file);
    const counts = { ...file.counts, rows: 0 };
    await commitStep(ctx, new ChangeSet().replace("imports", found, { ...found, state: "failed", counts, updatedAt: ctx.now() }));
  });
}

async function failAbandoned(ctx: Context): Promise<void> {
  for (const file of await ctx.store.imports.abandoned(ctx.now() - abandonedMs)) await failImport(ctx, file);
}
