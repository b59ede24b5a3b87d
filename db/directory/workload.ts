import type { Workload } from "#core/ports/work-store.ts";
import { type Connection, type Row, rowsOf } from "../connection.ts";
import { raw } from "../sql.ts";

/** What waits is counted so far and no further: a metric needs no more. */
const mostCounted = 100_000;

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
