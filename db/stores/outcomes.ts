import { alertStates } from "#core/model/alert.ts";
import { waitEnds } from "#core/model/conversation.ts";
import { channels } from "#core/model/vocabulary.ts";
import type { OutcomeFilter, OutcomeTally, RaisedTally, WaitTally } from "#core/ports/work-store.ts";
import type { Row } from "../connection.ts";
import { yieldToEventLoop } from "../event-loop.ts";
import { join, oneOf, raw, rowsOfJson, type Statement, sql } from "../sql.ts";
import type { Tenant } from "./tenant.ts";

/** Days read in one go. */
const daysAtOnce = 7;

/** The waits that ended and the alerts that were raised from each bound to the next, in a snapshot for each week. */
export async function readOutcomes(tenant: Tenant, bounds: readonly number[], filter: OutcomeFilter): Promise<OutcomeTally[]> {
  const days = bounds.slice(1).map((until, at): [number, number] => [bounds[at] ?? until, until]);
  const tallies = days.map((): OutcomeTally => ({ waits: [], alerts: [] }));
  for (let first = 0; first < days.length; first += daysAtOnce) {
    const [waits = [], alerts = []] = await tenant.connection.read(statements(tenant, days.slice(first, first + daysAtOnce), filter));
    for (const row of waits) tallies[first + Number(row[0])]?.waits.push(...waitOf(row));
    for (const row of alerts) tallies[first + Number(row[0])]?.alerts.push(...raisedOf(row));
    await yieldToEventLoop();
  }
  return tallies;
}

/** Seconds to three significant digits: exact up to a quarter of an hour, and few different ones whatever the number of waits. */
const rounded = raw("CASE WHEN s < 1000 THEN s WHEN s < 10000 THEN s / 10 * 10 WHEN s < 100000 THEN s / 100 * 100 ELSE s / 1000 * 1000 END");

function statements({ agentId }: Tenant, days: readonly [number, number][], filter: OutcomeFilter): Statement[] {
  const of = rowsOfJson(days);
  return [
    sql`SELECT day, channel, branch, ended_by, is_first, ${rounded}, count(*) FROM (
      SELECT j.key AS day, v.channel, coalesce(v.branch_id, c.branch_id, '') AS branch, t.ended_by, t.is_first, (t.ended_at - t.since) / 1000 AS s
      FROM ${of} AS j CROSS JOIN waits AS t INDEXED BY waits_by_end ON t.agent_id = ${agentId} AND t.ended_at >= j.value->>0 AND t.ended_at < j.value->>1
        CROSS JOIN conversations AS v ON v.agent_id = t.agent_id AND v.id = t.conversation_id
        CROSS JOIN contacts AS c ON c.agent_id = t.agent_id AND c.id = t.contact_id)
      WHERE ${conditions(filter)} GROUP BY 1, 2, 3, 4, 5, 6`,
    sql`SELECT day, channel, branch, rule, state, max(rule_name), count(*) FROM (
      SELECT j.key AS day, v.channel, coalesce(a.branch_id, '') AS branch, a.rule, a.state, a.rule_name
      FROM ${of} AS j CROSS JOIN alerts AS a INDEXED BY alerts_by_opening ON a.agent_id = ${agentId} AND a.opened_at >= j.value->>0 AND a.opened_at < j.value->>1
        CROSS JOIN conversations AS v ON v.agent_id = a.agent_id AND v.id = a.conversation_id)
      WHERE ${conditions(filter)} GROUP BY 1, 2, 3, 4, 5`,
  ];
}

function conditions({ channel, branch }: OutcomeFilter): Statement {
  const asked = [...(channel ? [oneOf("channel", channel)] : []), ...(branch ? [oneOf("branch", branch)] : [])];
  return join([...asked, raw("true")], " AND ");
}

function waitOf([, onChannel, branch, by, isFirst, seconds, count]: Row): WaitTally[] {
  const [channel, endedBy] = [channels.find((name) => name === onChannel), waitEnds.find((name) => name === by)];
  if (!channel || !endedBy) return [];
  return [{ channel, branchId: branchOf(branch), endedBy, isFirst: isFirst === 1, seconds: Number(seconds), count: Number(count) }];
}

function raisedOf([, onChannel, branch, rule, isNow, ruleName, count]: Row): RaisedTally[] {
  const [channel, state] = [channels.find((name) => name === onChannel), alertStates.find((name) => name === isNow)];
  if (!channel || !state) return [];
  return [{ channel, branchId: branchOf(branch), rule: String(rule), ruleName: String(ruleName), state, count: Number(count) }];
}

const branchOf = (branch: Row[number] | undefined): string | null => (branch ? String(branch) : null);
