import type { TableName, Tables } from "#core/model/tables.ts";
import { type Connection, rowsOf } from "../connection.ts";
import { decoder, selection } from "../rows.ts";
import { raw, type Statement, sql } from "../sql.ts";
import { tables } from "../tables.ts";

/** Records of one table, of all agents. `rest` is what follows the table's name. */
export async function find<T extends TableName>(connection: Connection, name: T, rest: Statement): Promise<Tables[T][]> {
  const rows = await rowsOf(connection, sql`SELECT ${raw(selection(name))} FROM ${raw(tables[name].name)} ${rest}`);
  return rows.map(decoder(name));
}
