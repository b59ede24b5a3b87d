import type { ContactFilter } from "#core/ports/store.ts";
import { rowsOf } from "../connection.ts";
import { join, raw, rowsOfJson, sql } from "../sql.ts";
import { toConditions } from "./contact-filter.ts";
import type { Tenant } from "./tenant.ts";

/** Work on many contacts goes by their ids: nothing that it changes moves a contact to another place. */
export async function walkContacts(
  { agentId, connection }: Tenant,
  filter: ContactFilter,
  after: string | null,
  size: number,
): Promise<{ ids: string[]; last: string | null }> {
  const entries = sql`SELECT c.id, c.row FROM contacts AS c INDEXED BY contacts_by_id
    WHERE c.agent_id = ${agentId} AND c.id > ${after ?? ""} ORDER BY c.id LIMIT ${size}`;
  const conditions = toConditions(filter, agentId).map(({ holds }) => holds);
  const holds = conditions.length > 0 ? join(conditions, " AND ") : raw("true");
  const [row] = await rowsOf(
    connection,
    sql`SELECT max(w.id), json_group_array(w.id) FILTER (WHERE ${holds}) FROM (${entries}) AS w CROSS JOIN contacts AS c ON c.row = w.row`,
  );
  const last = row?.[0];
  // The statement above makes an array of ids.
  return typeof last === "string" ? { ids: JSON.parse(String(row?.[1])) as string[], last } : { ids: [], last: null };
}

export async function existingContacts({ agentId, connection }: Tenant, ids: readonly string[]): Promise<string[]> {
  const known = sql`SELECT id FROM contacts WHERE agent_id = ${agentId} AND id IN (SELECT value FROM ${rowsOfJson(ids)}) ORDER BY id`;
  return (await rowsOf(connection, known)).map(([id]) => String(id));
}
