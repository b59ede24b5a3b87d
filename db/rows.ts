import type { TableName, Tables } from "#core/model/tables.ts";
import type { Row } from "./connection.ts";
import type { SqlValue } from "./sql.ts";
import { column, type Kind, tables } from "./tables.ts";

/** A server takes no longer texts than a few megabytes. */
const longest = 1_000_000;

type Encoded = { text: string; count: number };

/**
 * Rows for `json_each(?)`, in as few texts as a server takes: arrays of values in the order of `names`.
 * SQL takes nested JSON out as its text.
 */
export function encode(
  columns: Readonly<Record<string, Kind>>,
  names: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): Encoded[] {
  const isFlag = names.map((name) => columns[name] === "flag");
  const texts: Encoded[] = [];
  let text = "";
  let count = 0;
  for (const row of rows) {
    const values = JSON.stringify(names.map((name, at) => (isFlag[at] && row[name] != null ? Number(row[name]) : row[name])));
    if (text !== "" && text.length + values.length > longest) {
      texts.push({ text: `[${text}]`, count });
      text = "";
      count = 0;
    }
    text += text === "" ? values : `,${values}`;
    count += 1;
  }
  return count === 0 ? texts : [...texts, { text: `[${text}]`, count }];
}

const ofKind = (name: TableName, isJson: boolean) => Object.entries<Kind>(tables[name].columns).filter(([, kind]) => (kind === "json") === isJson);
const widths = new Map<TableName, number>();

/**
 * What to SELECT for `decoder`: all plain columns as one JSON text, then each JSON column as it is stored.
 * The driver pays for each value it hands over, and JSON.parse costs less than that.
 */
export function selection(name: TableName, alias: string = tables[name].name): string {
  const columns = (isJson: boolean) => ofKind(name, isJson).map(([key]) => `${alias}.${column(key)}`);
  return [`json_array(${columns(false).join(", ")})`, ...columns(true)].join(", ");
}

/** How many values `selection` gives; those after it in a row are the caller's. */
export function width(name: TableName): number {
  // Asked for each message that is read.
  const known = widths.get(name) ?? 1 + ofKind(name, true).length;
  widths.set(name, known);
  return known;
}

/** Turns rows of `selection(name)` into records. */
export function decoder<T extends TableName>(name: T): (row: Row) => Tables[T] {
  const plain = ofKind(name, false).map(([key, kind]) => ({ key, isFlag: kind === "flag" }));
  const nested = ofKind(name, true).map(([key]) => key);
  return (row) => {
    const record: Record<string, unknown> = {};
    // `selection` makes it an array of the plain columns.
    const values = JSON.parse(String(row[0])) as SqlValue[];
    plain.forEach(({ key, isFlag }, at) => {
      const value = values[at] ?? null;
      record[key] = isFlag && value !== null ? value === 1 : value;
    });
    nested.forEach((key, at) => {
      const text = row[at + 1] ?? null;
      record[key] = text === null ? null : JSON.parse(String(text));
    });
    // Every column of the record is set, with the type that db/schema and `tables` both hold against core/model/records.ts.
    return record as Tables[T];
  };
}
