import type { ImportReason } from "#core/model/operations/import.ts";
import { attributePlace } from "#core/rules/contact/people-by.ts";
import { type ReasonCode, reason } from "#core/rules/imports/reasons.ts";
import type { StagedRow } from "#core/usecases/imports/stage-import.ts";
import { inBatches, maxColumns, maxRowLength } from "./batches.ts";
import type { ParsedFile } from "./csv.ts";

/** Reads one JSON object a line; a line that is none is a row with its reason. */
export function readJsonl(pieces: AsyncGenerator<string>): ParsedFile {
  const columns = new Set<string>();
  return { columns: () => [...columns], batches: inBatches(rowsOf(pieces, columns)) };
}

type JsonlRow = StagedRow & { length: number };

async function* rowsOf(pieces: AsyncGenerator<string>, columns: Set<string>): AsyncGenerator<JsonlRow> {
  for await (const { text, line } of linesOf(pieces)) {
    if (text === null) yield refused(line, "too_large", `is longer than ${maxRowLength} characters`);
    else if (text.trim() !== "") yield rowOf(text, line, columns);
  }
}

/** Lines, counted from 1. Of one that is too long nothing is kept: its text is null. */
async function* linesOf(pieces: AsyncGenerator<string>): AsyncGenerator<{ text: string | null; line: number }> {
  let rest = "";
  let isTooLong = false;
  let line = 0;
  for await (const piece of pieces) {
    const parts = piece.split("\n");
    for (const [at, part] of parts.entries()) {
      if (at > 0) {
        line += 1;
        yield { text: isTooLong ? null : rest, line };
        [rest, isTooLong] = ["", false];
      }
      if (rest.length + part.length > maxRowLength) [rest, isTooLong] = ["", true];
      else if (!isTooLong) rest += part;
    }
  }
  if (rest !== "" || isTooLong) yield { text: isTooLong ? null : rest, line: line + 1 };
}

function refused(line: number, code: ReasonCode, detail: string): JsonlRow {
  return { line, values: null, reasons: [reason(code, null, detail)], length: 0 };
}

function rowOf(text: string, line: number, columns: Set<string>): JsonlRow {
  const parsed = parse(text);
  if (parsed === undefined) return refused(line, "not_json", "is not JSON");
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return refused(line, "not_an_object", "is not a JSON object");
  const reasons: ImportReason[] = [];
  const entries = Object.entries(parsed)
    .flatMap(attributesApart)
    .filter(([name, value]) => {
      const fault = faultOf(name, value, columns);
      if (fault) reasons.push(fault);
      if (fault || value === null) return false;
      columns.add(name);
      return true;
    });
  return { line, values: Object.fromEntries(entries), reasons: reasons.slice(0, maxReasons), length: text.length };
}

/** Attributes as a contact has them, in one object, are columns of their own. */
function attributesApart([name, value]: [string, unknown]): [name: string, value: unknown][] {
  if (name !== "attributes" || typeof value !== "object" || value === null || Array.isArray(value)) return [[name, value]];
  return Object.entries(value).map(([key, each]) => [attributePlace(key), each]);
}

/** Reasons of one row that are kept. */
const maxReasons = 20;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function faultOf(name: string, value: unknown, columns: ReadonlySet<string>): ImportReason | null {
  if (!isStorable(name) || name === "" || name === "__proto__" || name.length > 200)
    return reason("not_storable", null, "has a name that no column can have");
  if (!columns.has(name) && columns.size >= maxColumns)
    return reason("too_many_columns", name, `comes after ${maxColumns} other columns of the file`);
  const parts = Array.isArray(value) ? value : [value];
  if (parts.some((part) => typeof part === "object" && part !== null))
    return reason("not_a_value", name, "is neither a text, a number, true or false, nor a list of such");
  return parts.every((part) => typeof part !== "string" || isStorable(part))
    ? null
    : reason("not_storable", name, "holds a NUL character or half of a surrogate pair");
}

const isStorable = (text: string) => !text.includes("\u0000") && text.isWellFormed();
