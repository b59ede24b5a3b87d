import type { Context } from "#core/ports/context.ts";
import type { CsvColumn } from "#core/ports/store.ts";
import { type ChosenFilter, resolveFilter } from "#core/usecases/segments/resolve-filter.ts";

/** Lets spreadsheets read the file as UTF-8, whatever the country they are set to. */
const byteOrderMark = "\ufeff";

/** CSV text in pieces, a byte order mark and the header first; no contact is read before the first piece is asked for. */
export async function exportContacts(ctx: Context, input: { filter: ChosenFilter; columns: readonly CsvColumn[] }): Promise<AsyncIterable<string>> {
  return marked(ctx.store.contacts.csv(await resolveFilter(ctx, input.filter), input.columns));
}

async function* marked(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  yield byteOrderMark;
  yield* pieces;
}
