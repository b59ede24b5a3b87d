import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Directory, Store } from "#core/ports/store.ts";
import { toStatements } from "../changes/statements.ts";
import { type Connection, type Row, rowsOf } from "../connection.ts";
import { readPage } from "../lists/cursor.ts";
import { decoder, selection } from "../rows.ts";
import { raw, rowsOfJson, sql } from "../sql.ts";
import { asStale } from "../stale.ts";
import { openStore } from "./store.ts";

/** What waits is counted so far and no further: a metric needs no more. */
const mostCounted = 100_000;

/** The size of the database; null on a server that does not tell it. */
async function databaseBytes(connection: Connection): Promise<number | null> {
  const size = raw("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()");
  return rowsOf(connection, size).then(
    ([row]) => Number(row?.[0] ?? 0),
    () => null,
  );
}

export function openDirectory(connection: Connection): Directory {
  // One store an agent, so that its settings are cached once.
  const stores = new Map<string, Store>();
  let announce = () => {};
  let observe = (_changes: ChangeSet) => {};
  const committed = (changes: ChangeSet) => {
    if (changes.inserts.outbox) announce();
    observe(changes);
  };
  return {
    findKey: async (hash) => {
      const found = sql`SELECT ${raw(selection("keys"))} FROM keys WHERE hash = ${hash} AND revoked_at IS NULL`;
      return (await rowsOf(connection, found)).map(decoder("keys"))[0] ?? null;
    },
    agents: (page) =>
      readPage(
        page,
        async (after, limit) => {
          const later = after ? sql`WHERE (created_at, id) > (${after[0]}, ${after[1]})` : raw("");
          const rows = await rowsOf(connection, sql`SELECT ${raw(selection("agents"))} FROM agents ${later} ORDER BY created_at, id LIMIT ${limit}`);
          return rows.map(decoder("agents"));
        },
        (agent) => [agent.createdAt, agent.id],
      ),
    findAgent: async (id) => {
      const found = sql`SELECT ${raw(selection("agents"))} FROM agents WHERE id = ${id}`;
      return (await rowsOf(connection, found)).map(decoder("agents"))[0] ?? null;
    },
    commit: async (changes) => {
      try {
        await connection.write(toStatements(changes, null));
      } catch (error) {
        throw asStale(error);
      }
    },
    outbox: async (limit) => {
      const oldest = sql`SELECT ${raw(selection("outbox"))} FROM outbox ORDER BY rowid LIMIT ${limit}`;
      return (await rowsOf(connection, oldest)).map(decoder("outbox"));
    },
    onCommit: (listener) => {
      observe = listener;
    },
    onEffects: (listener) => {
      announce = listener;
    },
    hasDueFollowUps: async (now) => {
      // One look into each index per agent, since both begin with the agent.
      const due = sql`SELECT 1 FROM agents AS a
        WHERE EXISTS (SELECT 1 FROM dues INDEXED BY dues_by_time WHERE agent_id = a.id AND due_at <= ${now})
          OR EXISTS (SELECT 1 FROM followups INDEXED BY followups_to_review WHERE agent_id = a.id AND review_at <= ${now}) LIMIT 1`;
      return (await rowsOf(connection, due)).length > 0;
    },
    relayed: async (effects) => {
      if (effects.length === 0) return;
      const keys = rowsOfJson(effects.map(({ agentId, id }) => [agentId, id]));
      await connection.write([sql`DELETE FROM outbox WHERE (agent_id, id) IN (SELECT value->>0, value->>1 FROM ${keys})`]);
    },
    expiredDeliveries: async (now, limit) => {
      const expired = sql`SELECT ${raw(selection("deliveries"))} FROM deliveries
        WHERE lease_until IS NOT NULL AND lease_until <= ${now} ORDER BY lease_until LIMIT ${limit}`;
      return (await rowsOf(connection, expired)).map(decoder("deliveries"));
    },
    stalledDeliveries: async (before, now, limit) => {
      const stalled = sql`SELECT ${raw(selection("deliveries"))} FROM deliveries INDEXED BY deliveries_waiting
        WHERE state = 'queued' AND updated_at < ${before} AND coalesce(not_before, 0) <= ${now} ORDER BY updated_at LIMIT ${limit}`;
      return (await rowsOf(connection, stalled)).map(decoder("deliveries"));
    },
    stalledOperations: async (before, limit) => {
      const stalled = sql`SELECT ${raw(selection("operations"))} FROM operations INDEXED BY operations_open
        WHERE finished_at IS NULL AND updated_at < ${before} ORDER BY updated_at LIMIT ${limit}`;
      return (await rowsOf(connection, stalled)).map(decoder("operations"));
    },
    forgetSeen: async (before, limit) => {
      await connection.write([
        sql`DELETE FROM seen WHERE rowid IN (SELECT rowid FROM seen INDEXED BY seen_by_time WHERE at < ${before} ORDER BY at LIMIT ${limit})`,
      ]);
    },
    forgetAnswers: async (before, limit) => {
      const [gone = []] = await connection.write([
        sql`DELETE FROM remembered WHERE rowid IN
          (SELECT rowid FROM remembered INDEXED BY remembered_by_time WHERE created_at < ${before} ORDER BY created_at LIMIT ${limit}) RETURNING 1`,
      ]);
      return gone.length;
    },
    workload: async () => {
      const bounded = (table: string, where: string) => `SELECT count(*) FROM (SELECT 1 FROM ${table} ${where} LIMIT ${mostCounted})`;
      const [outbox, queued, claimed, kinds] = await connection.read([
        raw(bounded("outbox", "")),
        raw(bounded("deliveries INDEXED BY deliveries_waiting", "WHERE state = 'queued'")),
        raw(bounded("deliveries INDEXED BY deliveries_leased", "WHERE lease_until IS NOT NULL")),
        raw("SELECT kind, count(*) FROM operations INDEXED BY operations_open WHERE finished_at IS NULL GROUP BY kind"),
      ]);
      const first = (rows: Row[] | undefined) => Number(rows?.[0]?.[0] ?? 0);
      return {
        outbox: first(outbox),
        queuedDeliveries: first(queued),
        claimedDeliveries: first(claimed),
        operations: (kinds ?? []).map(([kind, open]) => ({ kind: String(kind), open: Number(open) })),
        databaseBytes: await databaseBytes(connection),
      };
    },
    connections: async () => {
      const all = sql`SELECT ${raw(selection("connections"))} FROM connections ORDER BY created_at, id`;
      return (await rowsOf(connection, all)).map(decoder("connections"));
    },
    store: (agentId) => {
      const store = stores.get(agentId) ?? openStore({ connection, agentId }, committed);
      stores.set(agentId, store);
      return store;
    },
  };
}
