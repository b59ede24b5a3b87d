import { fail } from "#core/errors.ts";
import type { OperationRecord } from "#core/model/operations/operation.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";

export async function getOperation(ctx: Context, { id }: { id: string }): Promise<OperationRecord> {
  return (await ctx.store.operations.find(id)) ?? fail("not_found", `operation ${id} does not exist`);
}

/** Newest first. */
export async function listOperations(ctx: Context, page: PageQuery): Promise<Page<OperationRecord>> {
  return ctx.store.operations.list(page);
}
