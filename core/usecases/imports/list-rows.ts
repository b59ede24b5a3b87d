import type { ImportOutcome, ImportRowRecord } from "#core/model/import.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import { getImport } from "./get-import.ts";

/** Rows of an import in the order of the file. */
export async function listRows(
  ctx: Context,
  { id, outcome }: { id: string; outcome?: ImportOutcome },
  page: PageQuery,
): Promise<Page<ImportRowRecord>> {
  await getImport(ctx, { id });
  return ctx.store.imports.rows(id, outcome ? { outcome } : {}, page);
}
