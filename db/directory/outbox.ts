import type { Directory } from "#core/ports/store.ts";
import type { Connection } from "../connection.ts";
import { rowsOfJson, sql } from "../sql.ts";
import { find } from "./find.ts";

/** What the relay reads and deletes. */
export function outboxStore(connection: Connection): Pick<Directory, "outbox" | "relayed"> {
  return {
    outbox: (limit) => find(connection, "outbox", sql`ORDER BY rowid LIMIT ${limit}`),
    relayed: async (effects) => {
      if (effects.length === 0) return;
      const keys = rowsOfJson(effects.map(({ agentId, id }) => [agentId, id]));
      await connection.write([sql`DELETE FROM outbox WHERE (agent_id, id) IN (SELECT value->>0, value->>1 FROM ${keys})`]);
    },
  };
}
