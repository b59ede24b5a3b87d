import type { TableName, Tables } from "#core/model/tables.ts";
import { business } from "./tables/business.ts";
import { contacts } from "./tables/contacts.ts";
import { facts } from "./tables/facts.ts";
import type { Table } from "./tables/kinds.ts";
import { work } from "./tables/work.ts";

export type { Kind, Table } from "./tables/kinds.ts";

/** Every table a change set writes, parents before children. Columns in SQL are these names in snake_case. */
export const tables: { readonly [T in TableName]: Table<Tables[T]> } = { ...business, ...contacts, ...facts, ...work };

// The keys of `tables` are exactly the table names, so listing them loses nothing.
export const tableNames = Object.keys(tables) as TableName[];

/** A column's name in SQL, quoted: some, like `from`, are SQL's own words. */
export const column = (name: string): string => `"${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`;
