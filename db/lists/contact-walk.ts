import type { ContactFilter } from "#core/ports/store.ts";
import { rowsOf } from "../connection.ts";
import { join, raw, rowsOfJson, type Statement, sql } from "../sql.ts";
import type { Tenant } from "../stores/tenant.ts";
import { toConditions } from "./contact-filter.ts";

/** Contacts looked at in one go. */
const entriesPerRead = 2_000;

/** Bulk work reads contacts in the order of ids, because none of its changes alters that order. */
export async function walkContacts(
  tenant: Tenant,
  filter: ContactFilter,
  after: string | null,
  limit: number,
): Promise<{ ids: string[]; last: string | null }> {
  const conditions = toConditions(filter, tenant.agentId).map(({ holds }) => holds);
  const holds = conditions.length > 0 ? join(conditions, " AND ") : raw("true");
  const entries = entriesAfter(tenant, after);
  const ids = await idsOf(tenant, sql`SELECT w.id FROM (${entries}) AS w CROSS JOIN contacts AS c ON c.row = w.row WHERE ${holds} LIMIT ${limit}`);
  if (ids.length === limit) return { ids, last: ids.at(-1) ?? null };
  const [last = null] = await idsOf(tenant, sql`SELECT id FROM (${entries}) ORDER BY id DESC LIMIT 1`);
  return { ids, last };
}

function entriesAfter({ agentId }: Tenant, after: string | null): Statement {
  return sql`SELECT c.id, c.row FROM contacts AS c INDEXED BY contacts_by_id
    WHERE c.agent_id = ${agentId} AND c.id > ${after ?? ""} ORDER BY c.id LIMIT ${entriesPerRead}`;
}

async function idsOf({ connection }: Tenant, statement: Statement): Promise<string[]> {
  return (await rowsOf(connection, statement)).map(([id]) => String(id));
}

export async function existingContacts(tenant: Tenant, ids: readonly string[]): Promise<string[]> {
  return idsOf(tenant, sql`SELECT id FROM contacts WHERE agent_id = ${tenant.agentId} AND id IN (SELECT value FROM ${rowsOfJson(ids)}) ORDER BY id`);
}
