import { type AlertFilter, alertStates, openAlertStates } from "#core/model/alert.ts";
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
    openCount: async () => {
      const [row] = await rowsOf(
        tenant.connection,
        sql`SELECT count(*) FROM alerts WHERE agent_id = ${tenant.agentId} AND ${oneOf("state", openAlertStates)}`,
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
