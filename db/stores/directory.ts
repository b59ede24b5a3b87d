import type { Directory, Store } from "#core/ports/store.ts";
import { toStatements } from "../changes.ts";
import { type Connection, rowsOf } from "../connection.ts";
import { decoder, selection } from "../rows.ts";
import { raw, sql } from "../sql.ts";
import { asStale } from "../stale.ts";
import { readPage } from "./cursor.ts";
import { openStore } from "./store.ts";

export function openDirectory(connection: Connection): Directory {
  // One store an agent, so that its settings are cached once.
  const stores = new Map<string, Store>();
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
    commit: async (changes) => {
      try {
        await connection.write(toStatements(changes, null));
      } catch (error) {
        throw asStale(error);
      }
    },
    store: (agentId) => {
      const store = stores.get(agentId) ?? openStore({ connection, agentId });
      stores.set(agentId, store);
      return store;
    },
  };
}
