import type { OperationRecord } from "#core/model/operation.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";

/** Newest first. */
export async function listOperations(ctx: Context, page: PageQuery): Promise<Page<OperationRecord>> {
  return ctx.store.operations.list(page);
}
