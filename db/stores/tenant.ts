import type { TableName, Tables } from "#core/model/tables.ts";
import { type Connection, type Row, rowsOf } from "../connection.ts";
import { decoder, selection, width } from "../rows.ts";
import { raw, type Statement, sql } from "../sql.ts";
import { tables } from "../tables.ts";

/** A connection for the data of one agent: every statement is bound to its id. */
export type Tenant = { readonly connection: Connection; readonly agentId: string };

/** Reads records of one table, of this agent alone. `rest` is the condition and what follows it. */
export function selectFrom(tenant: Tenant, name: TableName, rest: Statement): Statement {
  return sql`SELECT ${raw(selection(name))} FROM ${raw(tables[name].name)} WHERE agent_id = ${tenant.agentId} AND ${rest}`;
}

export async function find<T extends TableName>(tenant: Tenant, name: T, rest: Statement): Promise<Tables[T][]> {
  return (await rowsOf(tenant.connection, selectFrom(tenant, name, rest))).map(decoder(name));
}

export async function findOne<T extends TableName>(tenant: Tenant, name: T, rest: Statement): Promise<Tables[T] | null> {
  return (await find(tenant, name, rest))[0] ?? null;
}

/** Reads the JSON that stands in a row after the columns of `name`. */
export function jsonAfter<T>(name: TableName, row: Row): T {
  const text = row[width(name)];
  // The caller names the type of the column that it has selected; the schema holds it.
  return JSON.parse(String(text)) as T;
}
