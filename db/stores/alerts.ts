import { type AlertFilter, type AlertRecord, alertStates, openAlertStates } from "#core/model/alert.ts";
import { severities } from "#core/model/escalation.ts";
import type { AlertStore } from "#core/ports/alert-store.ts";
import { rowsOf } from "../connection.ts";
import { type RecordOrder, recordPage } from "../lists/record-page.ts";
import { join, oneOf, raw, rowsOfJson, type Statement, sql } from "../sql.ts";
import { find, findOne, type Tenant } from "./tenant.ts";

const newestFirst: RecordOrder<"alerts"> = { columns: ["opened_at", "id"], positionOf: ({ openedAt, id }) => [openedAt, id], descending: true };

/** Alerts: what calls staff, and what became of it. */
export function alertStore(tenant: Tenant): AlertStore {
  return {
    find: (id) => findOne(tenant, "alerts", sql`id = ${id}`),
    list: (filter, page) => recordPage(tenant, "alerts", newestFirst, page, conditions(filter)),
    newestOf: (conversationIds) =>
      find(
        tenant,
        "alerts",
        sql`id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY conversation_id, rule ORDER BY ended_at IS NULL DESC, opened_at DESC, id DESC) AS place
          FROM alerts WHERE agent_id = ${tenant.agentId} AND conversation_id IN (SELECT value FROM ${rowsOfJson(conversationIds)})) WHERE place = 1)`,
      ),
    quoting: (contactId, messageIds) =>
      find(
        tenant,
        "alerts",
        sql`contact_id = ${contactId} AND EXISTS (SELECT 1 FROM json_each(evidence) AS j
          WHERE j.value ->> 'messageId' IN (SELECT value FROM ${rowsOfJson(messageIds)}))`,
      ),
    toRemind: (now, limit) => find(tenant, "alerts", sql`remind_at <= ${now} ORDER BY remind_at LIMIT ${limit}`),
    mostUrgent: (filter, limit) => mostUrgent(tenant, filter, limit),
    openCount: async (filter = {}) => {
      const [row] = await rowsOf(
        tenant.connection,
        sql`SELECT count(*) FROM alerts WHERE agent_id = ${tenant.agentId} AND ${oneOf("state", openAlertStates)} AND ${conditions(filter)}`,
      );
      return Number(row?.[0] ?? 0);
    },
    tally: async (from, to) => {
      const rows = await rowsOf(
        tenant.connection,
        sql`SELECT rule, state, count(*) FROM alerts WHERE agent_id = ${tenant.agentId} AND opened_at >= ${from} AND opened_at < ${to}
          GROUP BY rule, state ORDER BY rule, state`,
      );
      return rows.flatMap(([rule, state, count]) => {
        const known = alertStates.find((name) => name === state);
        return known ? [{ rule: String(rule), state: known, count: Number(count) }] : [];
      });
    },
  };
}

/** The first of each state and severity are read from an index and put in one order. */
function mostUrgent(tenant: Tenant, filter: AlertFilter, limit: number): Promise<AlertRecord[]> {
  const kinds = openAlertStates.flatMap((state) => severities.toReversed().map((severity) => ({ state, severity })));
  const parts = kinds.map(
    ({ state, severity }, place) => sql`SELECT * FROM (SELECT id, opened_at, ${place} AS place FROM alerts WHERE agent_id = ${tenant.agentId}
      AND state = ${state} AND severity = ${severity} AND ended_at IS NULL AND ${conditions(filter)} ORDER BY opened_at, id LIMIT ${limit})`,
  );
  const order = sql`ORDER BY ${placeIn("state", openAlertStates)}, ${placeIn("severity", severities)} DESC, opened_at, id`;
  const first = sql`SELECT id FROM (${join(parts, " UNION ALL ")}) ORDER BY place, opened_at, id LIMIT ${limit}`;
  return find(tenant, "alerts", sql`id IN (${first}) ${order}`);
}

const placeIn = (column: string, words: readonly string[]): Statement =>
  sql`CASE ${raw(column)} ${join(
    words.map((word, place) => sql`WHEN ${word} THEN ${place}`),
    " ",
  )} END`;

function conditions({ state, severity, rule, branch, owner, contact, conversation }: AlertFilter): Statement {
  return join(
    [
      ...(state ? [oneOf("state", state)] : []),
      ...(severity ? [oneOf("severity", severity)] : []),
      ...(rule ? [oneOf("rule", rule)] : []),
      ...(branch ? [oneOf("coalesce(branch_id, '')", branch)] : []),
      ...(owner ? [oneOf("coalesce(owner_id, '')", owner)] : []),
      ...(contact ? [oneOf("contact_id", contact)] : []),
      ...(conversation ? [oneOf("conversation_id", conversation)] : []),
      raw("true"),
    ],
    " AND ",
  );
}
