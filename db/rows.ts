import type { TableName, Tables } from "#core/model/records.ts";
import type { Row } from "./connection.ts";
import type { SqlValue } from "./sql.ts";
import { column, type Kind, tables } from "./tables.ts";

/** A value as it stands in a column. */
export function toSql(kind: Kind, value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  if (kind === "json") return JSON.stringify(value);
  if (kind === "flag") return value ? 1 : 0;
  if (typeof value === "string" || typeof value === "number") return value;
  throw new TypeError(`a ${typeof value} is no column value`);
}

/** Rows for `json_each(?)`: arrays of values in the order of `names`; SQL takes nested JSON out as its text. */
export function encode(
  columns: Readonly<Record<string, Kind>>,
  names: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): string {
  const isFlag = names.map((name) => columns[name] === "flag");
  return JSON.stringify(rows.map((row) => names.map((name, at) => (isFlag[at] && row[name] != null ? Number(row[name]) : row[name]))));
}

/** The columns of a table for SELECT, in the order that `decoder` expects. */
export function selection(name: TableName, alias: string = tables[name].name): string {
  return Object.keys(tables[name].columns)
    .map((each) => `${alias}.${column(each)}`)
    .join(", ");
}

function fromSql(kind: Kind | undefined, value: SqlValue | undefined): unknown {
  if (value === null || value === undefined) return null;
  if (kind === "json") return JSON.parse(String(value));
  return kind === "flag" ? value === 1 : value;
}

/** Turns rows of `selection(name)` into records; columns after these are the caller's. */
export function decoder<T extends TableName>(name: T): (row: Row) => Tables[T] {
  const columns: [string, Kind][] = Object.entries(tables[name].columns);
  return (row) => {
    const record: Record<string, unknown> = {};
    let at = 0;
    for (const [key, kind] of columns) record[key] = fromSql(kind, row[at++]);
    // Every column of the record is set, with the type that db/schema and `tables` both hold against core/model/records.ts.
    return record as Tables[T];
  };
}
