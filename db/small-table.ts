import { type Connection, rowsOf } from "./connection.ts";
import { raw, sql } from "./sql.ts";

/**
 * Makes a table that is no part of the schema, with its columns as SQL. Writes nothing when it is there: a start on a disk
 * that is full must come as far as taking opt-outs.
 */
export async function makeTable(connection: Connection, name: string, columns: string): Promise<void> {
  const found = await rowsOf(connection, sql`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ${name}`);
  if (found.length === 0) await connection.write([raw(`CREATE TABLE IF NOT EXISTS ${name} (${columns}) STRICT`)]);
}
