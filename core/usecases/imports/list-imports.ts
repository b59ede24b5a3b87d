import type { ImportRecord } from "#core/model/import.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";

/** Newest first. */
export async function listImports(ctx: Context, page: PageQuery): Promise<Page<ImportRecord>> {
  return ctx.store.imports.list(page);
}
