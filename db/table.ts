import type { DataPolicy } from "./data-policy.ts";

/** How a value is stored: as it is, a boolean as 0 or 1, anything else as JSON text. */
export type Kind = "value" | "flag" | "json";
type KindOf<V> = [NonNullable<V>] extends [boolean] ? "flag" : [NonNullable<V>] extends [string | number] ? "value" : "json";

/** A table as data, for records of type `R`. Columns in SQL are these names in snake_case. */
export type Table<R> = {
  readonly name: string;
  /** Primary key beside the agent's id. */
  readonly key: readonly (keyof R & string)[];
  readonly columns: { readonly [C in keyof R & string]-?: KindOf<R[C]> };
  readonly policy: DataPolicy;
};

/** The record of a drizzle table. `row` is SQLite's own number of a row; no record has it. */
export type RecordOf<T extends { $inferSelect: unknown }> = Omit<T["$inferSelect"], "row">;

/** A column's name in SQL, quoted: some, like `from`, are SQL keywords. */
export const column = (name: string): string => `"${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`;
