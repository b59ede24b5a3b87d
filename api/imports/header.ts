import { parse } from "csv-parse/sync";
import { fail } from "#core/errors.ts";
import { readHeader } from "#core/rules/imports/headers.ts";
import { delimiterOf, headerOf } from "./delimiter.ts";

/** Where a CSV begins: its text from the header on, how it is delimited, and the lines above that are skipped. */
export type CsvHead = { text: string; delimiter: string; linesAbove: number };

/** A header is read in one piece. */
const longestHeader = 1_048_576;
/** Lines among which the header is looked for, below titles and remarks. */
const mostLines = 10;
/** A line with two known names is taken for the header. */
const certain = 2;
/** What Excel writes first for files with another delimiter: `sep=;`. */
const separatorLine = /^"?sep=([^"\r\n])"?[,;\t| ]*$/i;
const blankLines = /^(?:[ \t]*(?:\r\n|\n|\r))*/;

type HeaderCandidate = { at: number; delimiter: string; known: number };

/** Finds the header in the first lines of a file. `named`: columns that the caller speaks of, which only a header has. */
export async function findHeader(pieces: AsyncGenerator<string>, named: ReadonlySet<string>): Promise<CsvHead> {
  let text = "";
  let delimiter: string | null = null;
  let best: HeaderCandidate | null = null;
  for (let line = 0, from = 0; line < mostLines; line++) {
    const rest = await readLine(
      pieces,
      () => text.slice(from),
      (more) => (text += more),
    );
    if (rest === null) break;
    const written = rest.replace(blankLines, "");
    from += rest.length;
    const separator = best === null ? separatorLine.exec(written)?.[1] : undefined;
    if (separator !== undefined) {
      delimiter = separator;
      continue;
    }
    const found = candidate(written, from - written.length, delimiter, named);
    if (best === null || (found.known >= certain && found.known > best.known)) best = found;
    if (best.known >= certain) break;
  }
  const at = best?.at ?? 0;
  return { text: text.slice(at), delimiter: best?.delimiter ?? ",", linesAbove: (text.slice(0, at).match(/\r\n|\n|\r/g) ?? []).length };
}

/** The next line that is not blank, with the blank ones before it; null: the file has ended. */
async function readLine(pieces: AsyncGenerator<string>, rest: () => string, add: (piece: string) => void): Promise<string | null> {
  for (;;) {
    const line = headerOf(rest());
    if (line !== null) return line;
    if (rest().length > longestHeader) fail("invalid", "the first line has no end: it must hold the names of the columns");
    const { done, value = "" } = await pieces.next();
    if (done) return rest().trim() === "" ? null : rest();
    add(value);
  }
}

function candidate(line: string, at: number, given: string | null, named: ReadonlySet<string>): HeaderCandidate {
  const delimiter = given ?? delimiterOf(line);
  const cells = cellsOf(line, delimiter);
  const isNamed = cells.some((cell) => named.has(cell));
  return { at, delimiter, known: isNamed ? certain : cells.filter((cell) => readHeader(cell) !== null).length };
}

function cellsOf(line: string, delimiter: string): string[] {
  try {
    // Without `columns` the parser gives the cells of each line as texts.
    const [cells = []] = parse(line, { delimiter, relax_quotes: true, to: 1 }) as string[][];
    return cells.map((cell) => cell.trim());
  } catch {
    return [];
  }
}
