import type { ConnectionStore } from "#core/ports/store.ts";
import { readPage } from "../lists/cursor.ts";
import { type RecordOrder, recordPage } from "../lists/record-page.ts";
import { sql } from "../sql.ts";
import { find, findOne, type Tenant } from "./tenant.ts";

const byTime: RecordOrder<"connections"> = { columns: ["created_at", "id"], positionOf: (connection) => [connection.createdAt, connection.id] };

export function connectionStore(tenant: Tenant): ConnectionStore {
  const { agentId, connection } = tenant;
  return {
    list: () => find(tenant, "connections", sql`true ORDER BY created_at, id`),
    page: (page) => recordPage(tenant, "connections", byTime, page),
    find: (id) => findOne(tenant, "connections", sql`id = ${id}`),
    identity: (id) => findOne(tenant, "identities", sql`id = ${id}`),
    poison: (page) =>
      readPage(
        page,
        (after, limit) => {
          const older = after ? sql`(received_at, id) < (${after[0]}, ${after[1]})` : sql`true`;
          return find(tenant, "poison", sql`${older} ORDER BY received_at DESC, id DESC LIMIT ${limit}`);
        },
        (update) => [update.receivedAt, update.id],
      ),
    lease: async (name, owner, until, now) => {
      const [rows = []] = await connection.write([
        sql`INSERT INTO leases(agent_id, name, owner, until) VALUES (${agentId}, ${name}, ${owner}, ${until})
          ON CONFLICT(agent_id, name) DO UPDATE SET owner = excluded.owner, until = excluded.until
          WHERE leases.owner = excluded.owner OR leases.until <= ${now} RETURNING owner`,
      ]);
      return rows.length > 0;
    },
    release: async (name, owner) => {
      await connection.write([sql`DELETE FROM leases WHERE agent_id = ${agentId} AND name = ${name} AND owner = ${owner}`]);
    },
  };
}
