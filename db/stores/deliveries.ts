import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { DeliveryStore } from "#core/ports/delivery-store.ts";
import { rowsOf } from "../connection.ts";
import { readPage } from "../lists/cursor.ts";
import { decoder, selection } from "../rows.ts";
import { join, raw, rowsOfJson, type Statement, sql } from "../sql.ts";
import { find, findOne, type Tenant } from "./tenant.ts";

const returning = raw(selection("deliveries"));
const decode = decoder("deliveries");

const openReply = raw("purpose = 'reply' AND state IN ('queued', 'claimed', 'sending')");

export function deliveryStore(tenant: Tenant): DeliveryStore {
  const { agentId, connection } = tenant;
  const step = async (set: Statement, where: Statement): Promise<DeliveryRecord | null> => {
    const [rows = []] = await connection.write([sql`UPDATE deliveries SET ${set} WHERE agent_id = ${agentId} AND ${where} RETURNING ${returning}`]);
    return rows.map(decode)[0] ?? null;
  };
  return {
    find: (id) => findOne(tenant, "deliveries", sql`id = ${id}`),
    findByProviderId: (channel, account, providerId) =>
      findOne(
        tenant,
        "deliveries",
        sql`channel = ${channel} AND account = ${account} AND provider_id = ${providerId} ORDER BY created_at, id LIMIT 1`,
      ),
    list: (filter, page) =>
      readPage(
        page,
        (after, limit) => {
          const conditions = [
            filter.state ? sql`state IN (SELECT value FROM ${rowsOfJson(filter.state)})` : sql`true`,
            filter.conversationId ? sql`conversation_id = ${filter.conversationId}` : sql`true`,
            after ? sql`(created_at, id) < (${after[0]}, ${after[1]})` : sql`true`,
          ];
          return find(tenant, "deliveries", sql`${join(conditions, " AND ")} ORDER BY created_at DESC, id DESC LIMIT ${limit}`);
        },
        (delivery) => [delivery.createdAt, delivery.id],
      ),
    sentUnasked: async (contactId, purpose, since) => {
      const mine = sql`agent_id = ${agentId} AND contact_id = ${contactId} AND purpose = ${purpose} AND purpose <> 'reply'`;
      const rows = await rowsOf(
        connection,
        sql`SELECT sent_at FROM deliveries WHERE ${mine} AND sent_at IS NOT NULL AND sent_at >= ${since}
          UNION ALL SELECT updated_at FROM deliveries WHERE ${mine} AND state IN ('sending', 'unknown') AND sent_at IS NULL ORDER BY 1`,
      );
      return rows.map(([at]) => Number(at));
    },
    firstOpen: (conversationId) =>
      findOne(tenant, "deliveries", sql`conversation_id = ${conversationId} AND ${openReply} ORDER BY created_at, id LIMIT 1`),
    isKnown: async (onceKey) => (await findOne(tenant, "deliveries", sql`once_key = ${onceKey}`)) !== null,
    claim: (id, owner, leaseUntil, now) =>
      step(
        sql`state = 'claimed', owner = ${owner}, lease_until = ${leaseUntil}, updated_at = ${now}`,
        sql`id = ${id} AND state = 'queued' AND coalesce(not_before, 0) <= ${now} AND (purpose <> 'reply' OR id = (
          SELECT first.id FROM deliveries AS first WHERE first.agent_id = ${agentId} AND first.conversation_id = deliveries.conversation_id
            AND ${openReply} ORDER BY first.created_at, first.id LIMIT 1))`,
      ),
    intend: (id, owner, leaseUntil, now) =>
      step(
        sql`state = 'sending', attempts = attempts + 1, lease_until = ${leaseUntil}, updated_at = ${now}`,
        sql`id = ${id} AND state = 'claimed' AND owner = ${owner}`,
      ),
  };
}
