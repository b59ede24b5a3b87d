import type { ImportRecord } from "#core/model/operations/import.ts";
import type { Context } from "#core/ports/context.ts";
import { yieldToEventLoop } from "#core/usecases/operations/yield-to-event-loop.ts";

/** Rows deleted in one commit, between which other requests are served. */
const chunk = 1_000;

/** Deletes all rows of a file, also from the database's files on disk. */
export async function eraseRows(ctx: Context, { id }: Pick<ImportRecord, "id">): Promise<void> {
  while ((await ctx.store.imports.eraseRows(id, chunk)) === chunk) await yieldToEventLoop(ctx);
  await ctx.store.contacts.scrub();
}
