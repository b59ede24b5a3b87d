import { fail } from "#core/errors.ts";
import type { OperationRecord } from "#core/model/operation.ts";
import type { Context } from "#core/ports/context.ts";

export async function getOperation(ctx: Context, { id }: { id: string }): Promise<OperationRecord> {
  return (await ctx.store.operations.find(id)) ?? fail("not_found", `operation ${id} does not exist`);
}
