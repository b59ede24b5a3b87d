import type { PlanStore } from "#core/ports/plan-store.ts";
import { rowsOf } from "../connection.ts";
import { readPage } from "../lists/cursor.ts";
import { rowsOfJson, sql } from "../sql.ts";
import { find, findOne, type Tenant } from "./tenant.ts";

export function planStore(tenant: Tenant): PlanStore {
  return {
    find: (id) => findOne(tenant, "plans", sql`id = ${id}`),
    byHash: (hash) => findOne(tenant, "plans", sql`hash = ${hash} ORDER BY created_at DESC LIMIT 1`),
    list: (page) =>
      readPage(
        page,
        (after, limit) => {
          const older = after ? sql`id < ${after[1]}` : sql`true`;
          return find(tenant, "plans", sql`${older} ORDER BY id DESC LIMIT ${limit}`);
        },
        (plan) => [plan.createdAt, plan.id],
      ),
    changes: (planId, page) =>
      readPage(
        page,
        (after, limit) => {
          const later = after ? sql` AND contact_id > ${after[1]}` : sql``;
          return find(tenant, "planChanges", sql`plan_id = ${planId} AND before <> after${later} ORDER BY contact_id LIMIT ${limit}`);
        },
        (change) => [change.contactId, change.contactId],
      ),
    isApplying: async () => {
      const open = sql`SELECT 1 FROM operations WHERE finished_at IS NULL AND agent_id = ${tenant.agentId} AND kind = 'settings.apply' LIMIT 1`;
      return (await rowsOf(tenant.connection, open)).length > 0;
    },
    changesOf: (planId, contactIds) =>
      find(tenant, "planChanges", sql`plan_id = ${planId} AND contact_id IN (SELECT value FROM ${rowsOfJson(contactIds)})`),
  };
}
