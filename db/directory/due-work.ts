import type { Directory } from "#core/ports/store.ts";
import { type Connection, rowsOf } from "../connection.ts";
import { sql } from "../sql.ts";
import { find } from "./find.ts";

type DueWork = Pick<Directory, "hasDueFollowUps" | "expiredDeliveries" | "stalledDeliveries" | "stalledOperations">;

/** Work whose time has come, or which a process has left unfinished. */
export function dueWork(connection: Connection): DueWork {
  return {
    hasDueFollowUps: async (now) => {
      // One look into each index per agent, since both begin with the agent.
      const due = sql`SELECT 1 FROM agents AS a
        WHERE EXISTS (SELECT 1 FROM dues INDEXED BY dues_by_time WHERE agent_id = a.id AND due_at <= ${now})
          OR EXISTS (SELECT 1 FROM followups INDEXED BY followups_to_review WHERE agent_id = a.id AND review_at <= ${now}) LIMIT 1`;
      return (await rowsOf(connection, due)).length > 0;
    },
    expiredDeliveries: (now, limit) =>
      find(connection, "deliveries", sql`WHERE lease_until IS NOT NULL AND lease_until <= ${now} ORDER BY lease_until LIMIT ${limit}`),
    stalledDeliveries: (before, now, limit) =>
      find(
        connection,
        "deliveries",
        sql`INDEXED BY deliveries_waiting
          WHERE state = 'queued' AND updated_at < ${before} AND coalesce(not_before, 0) <= ${now} ORDER BY updated_at LIMIT ${limit}`,
      ),
    stalledOperations: (before, limit) =>
      find(
        connection,
        "operations",
        sql`INDEXED BY operations_open WHERE finished_at IS NULL AND updated_at < ${before} ORDER BY updated_at LIMIT ${limit}`,
      ),
  };
}
