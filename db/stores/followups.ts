import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { FollowUpRecord, FollowUpState } from "#core/model/followup.ts";
import type { CreditStore, FollowUpStore, Pending, TemplateStore, TriggerTally } from "#core/ports/followup-store.ts";
import { rowsOf } from "../connection.ts";
import { readPage } from "../lists/cursor.ts";
import { decoder, selection } from "../rows.ts";
import { join, raw, rowsOfJson, sql } from "../sql.ts";
import { find, findOne, type Tenant } from "./tenant.ts";

export function followUpStore(tenant: Tenant): FollowUpStore {
  return {
    find: (id) => findOne(tenant, "followups", sql`id = ${id}`),
    ofDelivery: (deliveryId) => findOne(tenant, "followups", sql`delivery_id = ${deliveryId}`),
    list: (filter, page) =>
      readPage(
        page,
        (after, limit) => {
          const conditions = [
            ...(filter.state ? [sql`state IN (SELECT value FROM ${rowsOfJson(filter.state)})`] : []),
            ...(filter.kind ? [sql`kind IN (SELECT value FROM ${rowsOfJson(filter.kind)})`] : []),
            ...(filter.trigger ? [sql`trigger = ${filter.trigger}`] : []),
            ...(filter.contactId ? [sql`contact_id = ${filter.contactId}`] : []),
            ...(filter.dueBefore === undefined ? [] : [sql`due_at < ${filter.dueBefore}`]),
            ...(after ? [sql`(due_at, id) > (${after[0]}, ${after[1]})`] : []),
          ];
          const where = conditions.length > 0 ? join(conditions, " AND ") : sql`true`;
          return find(tenant, "followups", sql`${where} ORDER BY due_at, id LIMIT ${limit}`);
        },
        (followUp) => [followUp.dueAt, followUp.id],
      ),
    pendingOf: (ids) => pendingOf(tenant, ids),
    ofEpisode: (contactId, episode) => find(tenant, "followups", sql`contact_id = ${contactId} AND episode = ${episode} ORDER BY attempt, id`),
    toReview: (now, limit) => find(tenant, "followups", sql`review_at <= ${now} ORDER BY review_at LIMIT ${limit}`),
    due: (now, limit) => find(tenant, "dues", sql`due_at <= ${now} ORDER BY due_at LIMIT ${limit}`),
    duesOf: (ids) => find(tenant, "dues", sql`contact_id IN (SELECT value FROM ${rowsOfJson(ids)})`),
    tally: async (from, to) =>
      toTallies(
        await rowsOf(
          tenant.connection,
          sql`SELECT kind, trigger, state, count(*) FROM followups WHERE agent_id = ${tenant.agentId} AND created_at >= ${from} AND created_at < ${to}
          GROUP BY kind, trigger, state ORDER BY kind, trigger, state`,
        ),
      ),
  };
}

/** CROSS JOIN keeps the order: from the contacts asked for to their few open rows. */
async function pendingOf(tenant: Tenant, ids: readonly string[]): Promise<Map<string, Pending>> {
  const { agentId, connection } = tenant;
  const asked = rowsOfJson(ids);
  const [open = [], waiting = []] = await connection.read([
    sql`SELECT ${raw(selection("followups", "t"))} FROM ${asked} AS j
      CROSS JOIN followups AS t INDEXED BY followups_open ON t.agent_id = ${agentId} AND t.contact_id = j.value AND t.ended_at IS NULL ORDER BY t.due_at, t.id`,
    sql`SELECT ${raw(selection("deliveries", "t"))} FROM ${asked} AS j
      CROSS JOIN deliveries AS t INDEXED BY deliveries_unasked ON t.agent_id = ${agentId} AND t.contact_id = j.value
        AND t.state IN ('queued', 'claimed') AND t.purpose <> 'reply'`,
  ]);
  const found = new Map<string, { followUps: FollowUpRecord[]; unasked: DeliveryRecord[] }>();
  const of = (contactId: string) => {
    const pending = found.get(contactId) ?? { followUps: [], unasked: [] };
    found.set(contactId, pending);
    return pending;
  };
  for (const row of open.map(decoder("followups"))) of(row.contactId).followUps.push(row);
  for (const row of waiting.map(decoder("deliveries"))) of(row.contactId).unasked.push(row);
  return found;
}

function toTallies(rows: readonly (readonly (string | number | null)[])[]): TriggerTally[] {
  const tallies = new Map<string, TriggerTally>();
  for (const [kind, trigger, state, count] of rows) {
    const key = `${kind} ${trigger}`;
    // Columns with the closed words of the schema.
    const tally = tallies.get(key) ?? { kind: kind as TriggerTally["kind"], trigger: String(trigger), states: {} };
    tally.states[state as FollowUpState] = Number(count);
    tallies.set(key, tally);
  }
  return [...tallies.values()];
}

export function templateStore(tenant: Tenant): TemplateStore {
  return {
    find: (id) => findOne(tenant, "templates", sql`id = ${id}`),
    byKey: (nameKey) => findOne(tenant, "templates", sql`name_key = ${nameKey}`),
    list: (page) =>
      readPage(
        page,
        (after, limit) => {
          const later = after ? sql`(name_key, id) > (${after[0]}, ${after[1]})` : sql`true`;
          return find(tenant, "templates", sql`${later} ORDER BY name_key, id LIMIT ${limit}`);
        },
        (template) => [template.nameKey, template.id],
      ),
  };
}

export function creditStore(tenant: Tenant): CreditStore {
  return {
    balance: async () => {
      const [row] = await rowsOf(
        tenant.connection,
        sql`SELECT coalesce(sum(amount), 0), coalesce(max(reason = 'top_up'), 0) FROM credits WHERE agent_id = ${tenant.agentId}`,
      );
      return { balance: Number(row?.[0] ?? 0), enforced: Number(row?.[1] ?? 0) === 1 };
    },
    list: (page) =>
      readPage(
        page,
        (after, limit) => {
          const older = after ? sql`(at, id) < (${after[0]}, ${after[1]})` : sql`true`;
          return find(tenant, "credits", sql`${older} ORDER BY at DESC, id DESC LIMIT ${limit}`);
        },
        (credit) => [credit.at, credit.id],
      ),
  };
}
