import type { Context } from "#core/ports/context.ts";
import type { ContactFilter, CsvColumn } from "#core/ports/store.ts";

/** CSV text in pieces, header first; nothing is read before the first piece is asked for. */
export function exportContacts(ctx: Context, input: { filter: ContactFilter; columns: readonly CsvColumn[] }): AsyncIterable<string> {
  return ctx.store.contacts.csv(input.filter, input.columns);
}
