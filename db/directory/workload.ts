import type { Workload } from "#core/ports/work-store.ts";
import { type Connection, type Row, rowsOf } from "../connection.ts";
import { raw, sql } from "../sql.ts";

/** What waits is counted so far and no further: a metric needs no more. */
const mostCounted = 100_000;
const mostUnshown = 1_000;

/** What waits in the database, of all agents. */
export async function workloadOf(connection: Connection): Promise<Workload> {
  const [outbox, queued, claimed, kinds] = await connection.read([
    raw(bounded("outbox", "")),
    raw(bounded("deliveries INDEXED BY deliveries_waiting", "WHERE state = 'queued'")),
    raw(bounded("deliveries INDEXED BY deliveries_leased", "WHERE lease_until IS NOT NULL")),
    raw("SELECT kind, count(*) FROM operations INDEXED BY operations_open WHERE finished_at IS NULL GROUP BY kind"),
  ]);
  return {
    outbox: firstNumber(outbox),
    queuedDeliveries: firstNumber(queued),
    claimedDeliveries: firstNumber(claimed),
    operations: (kinds ?? []).map(([kind, open]) => ({ kind: String(kind), open: Number(open) })),
    databaseBytes: await databaseBytes(connection),
  };
}

/** Alerts that nobody has reacted to, of agents with a workspace, that were raised before then and have no post in it. */
export async function unshownAlertsOf(connection: Connection, before: number): Promise<number> {
  const isShown = raw(
    "EXISTS (SELECT 1 FROM posts AS p WHERE p.agent_id = a.agent_id AND p.kind = 'alert' AND p.subject_id = a.id AND p.ts IS NOT NULL)",
  );
  const unshown = sql`SELECT 1 FROM alerts AS a WHERE a.agent_id IN (SELECT agent_id FROM workspaces) AND a.ended_at IS NULL AND a.state = 'open'
    AND a.opened_at < ${before} AND NOT ${isShown} LIMIT ${mostUnshown}`;
  const [row] = await rowsOf(connection, sql`SELECT count(*) FROM (${unshown})`);
  return Number(row?.[0] ?? 0);
}

function bounded(table: string, where: string): string {
  return `SELECT count(*) FROM (SELECT 1 FROM ${table} ${where} LIMIT ${mostCounted})`;
}

function firstNumber(rows: Row[] | undefined): number {
  return Number(rows?.[0]?.[0] ?? 0);
}

/** The size of the database; null on a server that does not tell it. */
async function databaseBytes(connection: Connection): Promise<number | null> {
  const size = raw("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()");
  return rowsOf(connection, size).then(
    ([row]) => Number(row?.[0] ?? 0),
    () => null,
  );
}
