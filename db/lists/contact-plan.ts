import type { ContactFilter, ContactSort } from "#core/ports/store.ts";
import { rowsOf } from "../connection.ts";
import { join, raw, type Statement, sql } from "../sql.ts";
import type { Tenant } from "../stores/tenant.ts";
import type { Condition } from "./condition.ts";
import { toConditions } from "./contact-filter.ts";
import { planWalk, type Walk } from "./walk.ts";

/** How to find the contacts of a filter: walk an index in order, or look up the few rows that some condition has. */
export type ContactPlan = {
  walk: Walk;
  /** What the walk leaves to be checked. */
  rest: Statement[];
  /** Everything that must hold. */
  holds: Statement;
  /** Sources of rows to try before the walk, and when its first steps did not fill the page. */
  narrow: Statement[];
  others: Statement[];
};

export function planContacts(agentId: string, filter: ContactFilter, sort: ContactSort): ContactPlan {
  const conditions = toConditions(filter, agentId);
  const sources = (isNarrow: boolean) => conditions.flatMap((each) => (each.rows && (each.isNarrow ?? false) === isNarrow ? [each.rows] : []));
  return { ...planWalk(agentId, sort, conditions), holds: holdsAll(agentId, conditions), narrow: sources(true), others: sources(false) };
}

function holdsAll(agentId: string, conditions: readonly Condition[]): Statement {
  return join([sql`c.agent_id = ${agentId}`, ...conditions.map(({ holds }) => holds)], " AND ");
}

/** So few rows are looked up and sorted; where there are more, walking the index in order is faster. */
const few = 5000;

/** The shortest list of rows that one of the sources has, as a JSON array; null when none is short. */
export async function shortest(tenant: Tenant, sources: readonly Statement[]): Promise<string | null> {
  let best: { rows: string; count: number } | null = null;
  for (const source of sources) {
    const [row] = await rowsOf(tenant.connection, sql`SELECT json_group_array(row), count(*) FROM (SELECT row FROM (${source}) LIMIT ${few + 1})`);
    const count = Number(row?.[1]);
    if (count <= (best ? best.count - 1 : few)) best = { rows: String(row?.[0]), count };
  }
  return best?.rows ?? null;
}

/** Contacts (`c`) with these rows for which the whole filter holds. */
export function among(plan: ContactPlan, rows: string, what: string): Statement {
  return sql`SELECT ${raw(what)} FROM json_each(${rows}) AS j CROSS JOIN contacts AS c ON c.row = j.value WHERE ${plan.holds}`;
}

/** The contacts (`c`) of some entries of the walk for which the rest of the filter holds. */
export function amongEntries(plan: ContactPlan, entries: Statement, what: string): Statement {
  const checked = plan.rest.length > 0 ? sql` WHERE ${join(plan.rest, " AND ")}` : raw("");
  return sql`SELECT ${raw(what)} FROM (${entries}) AS w CROSS JOIN contacts AS c ON c.row = w.row${checked}`;
}
