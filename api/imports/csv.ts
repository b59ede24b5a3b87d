import { CsvError, parse } from "csv-parse/stream";
import { CrmError, fail } from "#core/errors.ts";
import type { ImportReason } from "#core/model/operations/import.ts";
import { reason } from "#core/rules/imports/reasons.ts";
import type { StagedRow } from "#core/usecases/imports/stage-import.ts";
import { inBatches, maxColumns, maxRowLength } from "./batches.ts";
import { findHeader } from "./header.ts";

export type ParsedFile = { columns(): string[]; batches: AsyncIterable<StagedRow[]> };

/**
 * Reads RFC 4180 with what is common beside it: other delimiters, a title or `sep=;` above the header, stray quotes, rows
 * that are too short or too long. `named`: columns that the caller speaks of.
 */
export async function readCsv(pieces: AsyncGenerator<string>, named: readonly string[] = []): Promise<ParsedFile> {
  const { text, delimiter, linesAbove } = await findHeader(pieces, new Set(named));
  const records = recordsOf(chained(text, pieces), delimiter, linesAbove);
  const first = await records.next();
  if (first.done) return fail("invalid", "the file is empty", { errors: [{ pointer: "", detail: "is empty" }] });
  const columns = columnsOf(first.value.cells);
  return { columns: () => columns, batches: inBatches(rowsOf(records, columns)) };
}

async function* chained(text: string, pieces: AsyncGenerator<string>): AsyncGenerator<string> {
  yield text;
  yield* pieces;
}

type CsvLine = { cells: string[]; line: number };

const options = {
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  info: true,
  max_record_size: maxRowLength,
};

/** `line` is where a record begins; quoted cells may go on over several lines. */
async function* recordsOf(pieces: AsyncGenerator<string>, delimiter: string, linesAbove: number): AsyncGenerator<CsvLine> {
  const parser = parse({ ...options, delimiter });
  const feeding = feed(pieces, parser.writable);
  // The error is thrown where the records are read.
  feeding.catch(() => {});
  const reader = parser.readable.getReader();
  const counter = new LineCounter(linesAbove);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      // With `info: true` the parser gives each record with its place.
      const { record, info } = value as { record: string[]; info: { lines: number } };
      yield { cells: record, line: counter.begins(record, info.lines) };
    }
    await feeding;
  } catch (error) {
    throw error instanceof CsvError ? toFault(error, linesAbove) : error;
  } finally {
    await reader.cancel().catch(() => {});
    await pieces.return(undefined);
  }
}

const encoder = new TextEncoder();

async function feed(pieces: AsyncGenerator<string>, sink: WritableStream): Promise<void> {
  const writer = sink.getWriter();
  try {
    for await (const piece of pieces) {
      await writer.ready;
      await writer.write(encoder.encode(piece));
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error);
    throw error;
  }
}

/** The parser counts the two characters of a line break inside a cell as two lines. */
class LineCounter {
  private counted = 0;
  private surplus: number;

  constructor(linesAbove: number) {
    this.surplus = -linesAbove;
  }

  /** Where a record begins that ends on what the parser counts as this line. */
  begins(cells: readonly string[], counted: number): number {
    const isOneLine = counted - this.counted === 1;
    this.counted = counted;
    if (isOneLine) return counted - this.surplus;
    const breaks = cells.flatMap((cell) => cell.match(/\r\n|\n|\r/g) ?? []);
    this.surplus += breaks.filter((each) => each.length === 2).length;
    return counted - this.surplus - breaks.length;
  }
}

function toFault({ code, lines }: CsvError & { lines?: number }, linesAbove: number): CrmError {
  const where = lines === undefined ? "the file" : `line ${lines + linesAbove}`;
  if (code === "CSV_QUOTE_NOT_CLOSED") return new CrmError("invalid", `${where} opens a quote that is never closed`);
  if (code === "CSV_MAX_RECORD_SIZE")
    return new CrmError("invalid", `${where} holds more than ${maxRowLength} characters, or opens a quote that is never closed`);
  return new CrmError("invalid", `${where} is not CSV`);
}

/** The names of the columns, each once: the second "Phone" is "Phone (2)", and what has no name "column 3". */
function columnsOf(cells: readonly string[]): string[] {
  if (cells.length > maxColumns) fail("invalid", `the file has more than ${maxColumns} columns`);
  if (cells.some((cell) => cell.includes("\u0000"))) fail("invalid", "the first line holds a NUL character: this is no text file");
  const taken = new Set<string>();
  return cells.map((cell, at) => {
    const name = cell.trim() || `column ${at + 1}`;
    let free = name;
    for (let n = 2; taken.has(free) || free === "__proto__"; n++) free = `${name} (${n})`;
    taken.add(free);
    return free;
  });
}

async function* rowsOf(records: AsyncGenerator<CsvLine>, columns: readonly string[]): AsyncGenerator<StagedRow & { length: number }> {
  for await (const { cells, line } of records) {
    const reasons: ImportReason[] = [];
    const values: Record<string, string> = {};
    let length = 0;
    columns.forEach((column, at) => {
      const cell = cells[at];
      if (cell === undefined || cell === "") return;
      length += column.length + cell.length;
      if (cell.includes("\u0000")) reasons.push(reason("not_storable", column, "holds a NUL character"));
      else values[column] = cell;
    });
    if (cells.length < columns.length) reasons.push(reason("missing_cells", null, `has ${cells.length} cells for ${columns.length} columns`));
    const isLong = cells.slice(columns.length).some((cell) => cell.trim() !== "");
    if (isLong) reasons.push(reason("extra_cells", null, `has ${cells.length} cells for ${columns.length} columns`));
    yield { line, values, reasons, length };
  }
}
