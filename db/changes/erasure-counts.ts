import type { TableName } from "#core/model/tables.ts";
import { raw, rowsOfJson, type Statement, sql } from "../sql.ts";
import { column, tableNames, tables } from "../tables.ts";

/** A row for each contact that exists: its id, and how many rows erasing it takes, by table, as a JSON object. */
export function countRows(agentId: string, ids: readonly string[]): Statement {
  const object = raw(["'contacts', 1", ...counts].join(", "));
  return sql`SELECT c.id, json_object(${object}) FROM contacts AS c WHERE c.agent_id = ${agentId} AND c.id IN (SELECT value FROM ${rowsOfJson(ids)})`;
}

const counts = tableNames.filter((name) => name !== "contacts").flatMap(countOf);

function countOf(name: TableName): string[] {
  const { erase, contactColumns } = tables[name].policy;
  const table = tables[name].name;
  const count = (from: string, condition: string) => `(SELECT count(*) FROM ${from} WHERE ${condition})`;
  if (erase === "delete_with_message") {
    const from = `messages AS t CROSS JOIN ${table} AS r ON r.agent_id = t.agent_id AND r.message_id = t.id`;
    return [`'${name}', ${count(from, "t.agent_id = c.agent_id AND t.contact_id = c.id")}`];
  }
  if (erase === "delete_effects") {
    const isAbout = "EXISTS (SELECT 1 FROM json_each(t.payload) AS p WHERE p.value = c.id)";
    return [`'${name}', ${count(`${table} AS t`, `t.agent_id = c.agent_id AND ${isAbout}`)}`];
  }
  if (contactColumns.length === 0) return [];
  const sums = contactColumns.map((named) => count(`${table} AS t`, `t.agent_id = c.agent_id AND t.${column(named)} = c.id`));
  return [`'${name}', ${sums.join(" + ")}`];
}
