import type { Directory } from "#core/ports/store.ts";
import type { Connection } from "../connection.ts";
import { readPage } from "../lists/cursor.ts";
import { raw, sql } from "../sql.ts";
import { find } from "./find.ts";

/** The agents, and what is looked up before it is known whose it is. */
export function agentReads(connection: Connection): Pick<Directory, "agents" | "findAgent" | "findKey" | "connections"> {
  return {
    agents: (page) =>
      readPage(
        page,
        (after, limit) => {
          const later = after ? sql`WHERE (created_at, id) > (${after[0]}, ${after[1]})` : raw("");
          return find(connection, "agents", sql`${later} ORDER BY created_at, id LIMIT ${limit}`);
        },
        (agent) => [agent.createdAt, agent.id],
      ),
    findAgent: async (id) => (await find(connection, "agents", sql`WHERE id = ${id}`))[0] ?? null,
    findKey: async (hash) => (await find(connection, "keys", sql`WHERE hash = ${hash} AND revoked_at IS NULL`))[0] ?? null,
    connections: () => find(connection, "connections", raw("ORDER BY created_at, id")),
  };
}
