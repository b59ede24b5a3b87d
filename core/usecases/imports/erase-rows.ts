import type { ImportRecord } from "#core/model/import.ts";
import type { Context } from "#core/ports/context.ts";
import { yieldToEventLoop } from "#core/usecases/operations/yield-to-event-loop.ts";

/** Deleted in one go; others have their turn in between. */
const chunk = 1_000;

/** Takes all rows of a file away, out of the database's files too. */
export async function eraseRows(ctx: Context, { id }: Pick<ImportRecord, "id">): Promise<void> {
  while ((await ctx.store.imports.eraseRows(id, chunk)) === chunk) await yieldToEventLoop(ctx);
  await ctx.store.contacts.scrub();
}
