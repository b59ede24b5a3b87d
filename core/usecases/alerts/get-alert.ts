import { fail } from "#core/errors.ts";
import type { AlertRecord } from "#core/model/alert.ts";
import type { Context } from "#core/ports/context.ts";

export async function getAlert(ctx: Context, { id }: { id: string }): Promise<AlertRecord> {
  return (await ctx.store.alerts.find(id)) ?? fail("not_found", `alert ${id} does not exist`);
}
