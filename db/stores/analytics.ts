import { type Grade, grades, type Source, type Stage, type Status, sources, stages, statuses, zeros } from "#core/model/vocabulary.ts";
import type { AnalyticsStore, DayTally, Standing } from "#core/ports/work-store.ts";
import { type Row, rowsOf } from "../connection.ts";
import { yieldToEventLoop } from "../event-loop.ts";
import { rowsOfJson, sql } from "../sql.ts";
import { readOutcomes } from "./outcomes.ts";
import type { Tenant } from "./tenant.ts";

/** Days read in one go. */
const daysAtOnce = 7;
/** Contacts read in one go. */
const contactsAtOnce = 5_000;

export function analyticsStore(tenant: Tenant): AnalyticsStore {
  return {
    days: (bounds) => readDays(tenant, bounds),
    outcomes: (bounds, filter) => readOutcomes(tenant, bounds, filter),
    standing: () => readStanding(tenant),
  };
}

async function readDays(tenant: Tenant, bounds: readonly number[]): Promise<DayTally[]> {
  const days = bounds.slice(1).map((until, at): [number, number] => [bounds[at] ?? until, until]);
  const tallies = days.map(
    (): DayTally => ({ contacts: 0, inbound: 0, outbound: 0, toned: 0, toneSum: 0, statuses: zeros(statuses), stages: zeros(stages) }),
  );
  for (let first = 0; first < days.length; first += daysAtOnce) {
    await addDays(tenant, days.slice(first, first + daysAtOnce), tallies.slice(first, first + daysAtOnce));
    await yieldToEventLoop();
  }
  return tallies;
}

async function addDays({ agentId, connection }: Tenant, days: readonly [number, number][], tallies: readonly DayTally[]): Promise<void> {
  const of = rowsOfJson(days);
  const [contacts = [], messages = [], transitions = []] = await connection.read([
    sql`SELECT j.key, (SELECT count(*) FROM contacts AS c INDEXED BY contacts_by_created
        WHERE c.agent_id = ${agentId} AND c.created_at >= j.value->>0 AND c.created_at < j.value->>1) FROM ${of} AS j`,
    sql`SELECT j.key, m.direction, count(*), count(m.sentiment), total(m.sentiment) FROM ${of} AS j CROSS JOIN messages AS m INDEXED BY messages_by_time
        ON m.agent_id = ${agentId} AND m.sent_at >= j.value->>0 AND m.sent_at < j.value->>1 GROUP BY j.key, m.direction`,
    sql`SELECT j.key, t.kind, t."to", count(*) FROM ${of} AS j CROSS JOIN transitions AS t INDEXED BY transitions_by_time
        ON t.agent_id = ${agentId} AND t.kind IN ('status', 'stage') AND t.at >= j.value->>0 AND t.at < j.value->>1 GROUP BY j.key, t.kind, t."to"`,
  ]);
  for (const [at, count] of contacts) add(tallies[Number(at)], { contacts: Number(count) });
  for (const [at, direction, count, toned, toneSum] of messages) {
    const isInbound = direction === "inbound";
    add(tallies[Number(at)], isInbound ? { inbound: Number(count), toned: Number(toned), toneSum: Number(toneSum) } : { outbound: Number(count) });
  }
  for (const [at, kind, to, count] of transitions) {
    const tally = tallies[Number(at)];
    // Transitions of a kind go to words of that kind.
    if (tally && kind === "status") tally.statuses[to as Status] = Number(count);
    if (tally && kind === "stage") tally.stages[to as Stage] = Number(count);
  }
}

function add(tally: DayTally | undefined, counts: Partial<DayTally>): void {
  if (tally) Object.assign(tally, counts);
}

/** In the order of ids, which is nearly that of the rows. */
async function readStanding({ agentId, connection }: Tenant): Promise<Standing> {
  const standing: Standing = { total: 0, status: zeros(statuses), stage: zeros(stages), grade: zeros(grades), source: zeros(sources) };
  for (let last = ""; ; await yieldToEventLoop()) {
    const entries = sql`SELECT id, row FROM contacts INDEXED BY contacts_by_id
      WHERE agent_id = ${agentId} AND id > ${last} ORDER BY id LIMIT ${contactsAtOnce}`;
    const kinds = await rowsOf(
      connection,
      sql`SELECT c.status, c.stage, c.grade, c.source, count(*), max(w.id) FROM (${entries}) AS w CROSS JOIN contacts AS c ON c.row = w.row GROUP BY 1, 2, 3, 4`,
    );
    if (kinds.length === 0) return standing;
    for (const row of kinds) {
      addKind(standing, row);
      if (String(row[5]) > last) last = String(row[5]);
    }
  }
}

function addKind(standing: Standing, [status, stage, grade, source, counted]: Row): void {
  const count = Number(counted);
  standing.total += count;
  // The columns hold nothing but these words.
  standing.status[status as Status] += count;
  standing.stage[stage as Stage] += count;
  standing.grade[grade as Grade] += count;
  standing.source[source as Source] += count;
}
