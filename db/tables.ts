import type { TableName } from "#core/model/tables.ts";
import { tables } from "./generated/tables.ts";

export { tables } from "./generated/tables.ts";
export { column, type Kind, type Table } from "./table.ts";

// The keys of `tables` are exactly the table names, so listing them loses nothing.
export const tableNames = Object.keys(tables) as TableName[];
