import type { ContactSort } from "#core/ports/store.ts";
import { rowsOf } from "../connection.ts";
import { join, raw, type Statement, sql } from "../sql.ts";
import type { Tenant } from "../stores/tenant.ts";
import type { Condition } from "./condition.ts";
import type { PagePosition } from "./cursor.ts";

/** Contacts (`c`) in the order of an index: those `within`, by one column, then by row. */
export type Walk = { index: string; column: string; descending: boolean; within: Statement };

const columns: Record<ContactSort["by"], string> = { lastSeenAt: "recent_at", name: "name_key", createdAt: "created_at", score: "score" };
const indexes: Record<string, string> = {
  recent_at: "contacts_by_recent",
  name_key: "contacts_by_name",
  created_at: "contacts_by_created",
  score: "contacts_by_score",
};

/** The walk in the order asked for that passes the fewest contacts, and the conditions that it does not see to. */
export function planWalk(agentId: string, sort: ContactSort, conditions: readonly Condition[]): { walk: Walk; rest: Statement[] } {
  const column = columns[sort.by];
  const lead = column === "recent_at" ? conditions.find(({ leads }) => leads !== undefined) : undefined;
  const bounds = conditions.flatMap(({ bounds }) => (bounds?.column === column ? [bounds.holds] : []));
  const within = join([sql`c.agent_id = ${agentId}`, ...(lead ? [lead.holds] : []), ...bounds], " AND ");
  const rest = conditions.map(({ holds }) => holds).filter((holds) => holds !== lead?.holds && !bounds.includes(holds));
  return { walk: { index: lead?.leads ?? indexes[column] ?? column, column, descending: sort.descending, within }, rest };
}

/** The next `limit` entries of the index, in order. */
export function entriesOf(walk: Walk, what: string, after: PagePosition | null, limit: number): Statement {
  if (!after) return entriesWhere(walk, what, raw(""), limit);
  // One condition would make SQLite read all rows that tie with the position again; two ranges of the index begin right after it.
  const beyond = raw(walk.descending ? "<" : ">");
  const tied = entriesWhere(walk, what, sql` AND ${raw(`c.${walk.column}`)} = ${after[0]} AND c.row ${beyond} ${after[1]}`, limit);
  const later = entriesWhere(walk, what, sql` AND ${raw(`c.${walk.column}`)} ${beyond} ${after[0]}`, limit);
  return sql`SELECT * FROM (${tied}) UNION ALL SELECT * FROM (${later}) LIMIT ${limit}`;
}

function entriesWhere(walk: Walk, what: string, where: Statement, limit: number): Statement {
  return sql`SELECT ${raw(what)} FROM contacts AS c INDEXED BY ${raw(walk.index)} WHERE ${walk.within}${where} ${orderBy(walk)} LIMIT ${limit}`;
}

/** The position of the last of the next `count` entries; null when there are not as many. */
export async function positionOfEntry(tenant: Tenant, walk: Walk, after: PagePosition | null, count: number): Promise<PagePosition | null> {
  const entries = entriesOf(walk, `c.${walk.column}, c.row`, after, count);
  const [row] = await rowsOf(tenant.connection, sql`SELECT * FROM (${entries}) LIMIT 1 OFFSET ${count - 1}`);
  return row ? [row[0] ?? null, Number(row[1])] : null;
}

export function isAfter({ column, descending }: Walk, after: PagePosition | null): Statement {
  return after ? sql` AND (${raw(`c.${column}, c.row) ${descending ? "<" : ">"}`)} (${after[0]}, ${after[1]})` : raw("");
}

export function orderBy({ column, descending }: Walk): Statement {
  const direction = descending ? "DESC" : "ASC";
  return raw(`ORDER BY c.${column} ${direction}, c.row ${direction}`);
}
