import type { StagedRow } from "#core/usecases/imports/stage-import.ts";

/** A commit holds so many rows, or about so many characters. */
const maxRows = 1_000;
const maxLength = 524_288;

export const maxColumns = 500;
/** Characters of one row. */
export const maxRowLength = 1_048_576;

/** Rows, each with its length, gathered for a commit. */
export async function* inBatches(rows: AsyncIterable<StagedRow & { length: number }>): AsyncGenerator<StagedRow[]> {
  let batch: StagedRow[] = [];
  let size = 0;
  for await (const { length, ...row } of rows) {
    batch.push(row);
    size += length;
    if (batch.length < maxRows && size < maxLength) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}
