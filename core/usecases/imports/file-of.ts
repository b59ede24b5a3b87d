import type { ImportRecord, ImportRowRecord } from "#core/model/operations/import.ts";
import type { OperationRecord } from "#core/model/operations/operation.ts";
import type { Context } from "#core/ports/context.ts";

/** The import that an operation is about; null when it has been deleted. */
export async function fileOf(ctx: Context, { input: { work } }: OperationRecord): Promise<ImportRecord | null> {
  return "importId" in work ? ctx.store.imports.find(work.importId) : null;
}

/** The operation behind some rows. */
export function stepOn(ctx: Context, operation: OperationRecord, rows: readonly ImportRowRecord[]): OperationRecord {
  const skipped = rows.filter(({ outcome }) => outcome === "skip").length;
  return {
    ...operation,
    done: operation.done + rows.length,
    failed: operation.failed + skipped,
    cursor: String(rows.at(-1)?.line ?? operation.cursor),
    updatedAt: ctx.now(),
  };
}
