import type { Context } from "#core/ports/context.ts";
import type { CsvColumn } from "#core/ports/store.ts";
import { type ChosenFilter, resolveFilter } from "#core/usecases/segments/resolve-filter.ts";

/** CSV text in pieces, header first; no contact is read before the first piece is asked for. */
export async function exportContacts(ctx: Context, input: { filter: ChosenFilter; columns: readonly CsvColumn[] }): Promise<AsyncIterable<string>> {
  return ctx.store.contacts.csv(await resolveFilter(ctx, input.filter), input.columns);
}
