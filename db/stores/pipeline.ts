import type { Stage } from "#core/model/vocabulary.ts";
import { stages } from "#core/model/vocabulary.ts";
import type { PipelineRow } from "#core/ports/store.ts";
import { type Row, rowsOf } from "../connection.ts";
import { yieldToEventLoop } from "../event-loop.ts";
import { countContacts } from "../lists/contact-list.ts";
import { raw, type Statement, sql } from "../sql.ts";
import type { Tenant } from "./tenant.ts";

/** Stage transitions read in one go. */
const chunk = 5000;

type Tally = { entered: number; wentOn: number; times: number[] };
type Journey = { id: unknown; since: number; seen: Set<Stage>; left: Set<Stage> };

/** Every contact begins in the first stage; its transitions follow in the order of time, contact by contact. */
export async function pipelineOf(tenant: Tenant): Promise<PipelineRow[]> {
  const counts = new Map<Stage, number>();
  for (const stage of stages) counts.set(stage, await countContacts(tenant, { stage: [stage] }));
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const tallies = await readMoves(tenant);
  return stages.map((stage, at) => {
    const count = counts.get(stage) ?? 0;
    const { entered, wentOn, times } = tallies[stage];
    return { stage, count, entered: at === 0 ? all : Math.max(entered, count), wentOn, medianTimeInStage: median(times) };
  });
}

/** contact, time, id, from, to, when the contact began. */
function movesAfter({ agentId }: Tenant, last: Row | undefined): Statement {
  const later = last ? sql` AND (t.contact_id, t.at, t.id) > (${last[0] ?? null}, ${last[1] ?? null}, ${last[2] ?? null})` : raw("");
  return sql`SELECT t.contact_id, t.at, t.id, t."from", t."to", min(c.created_at, coalesce(c.first_seen_at, c.created_at))
    FROM transitions AS t INDEXED BY transitions_by_contact CROSS JOIN contacts AS c ON c.agent_id = t.agent_id AND c.id = t.contact_id
    WHERE t.agent_id = ${agentId} AND t.kind = 'stage'${later} ORDER BY t.contact_id, t.at, t.id LIMIT ${chunk}`;
}

async function readMoves(tenant: Tenant): Promise<Record<Stage, Tally>> {
  const none = (): Tally => ({ entered: 0, wentOn: 0, times: [] });
  const tallies: Record<Stage, Tally> = { inquiry: none(), comparing: none(), closing: none(), in_progress: none(), follow_up: none() };
  let journey = begin(null, 0);
  for (let last: Row | undefined; ; await yieldToEventLoop()) {
    const moves = await rowsOf(tenant.connection, movesAfter(tenant, last));
    for (const [id, at, , from, to, began] of moves) {
      if (journey.id !== id) journey = begin(id, Number(began));
      // A stage transition names stages; the first one of a contact may come from nowhere.
      if (from !== null) tallies[from as Stage].times.push(Math.max(0, Number(at) - journey.since));
      enter(tallies, journey, to as Stage);
      journey.since = Number(at);
    }
    last = moves.at(-1);
    if (moves.length < chunk) return tallies;
  }
}

const begin = (id: unknown, since: number): Journey => ({ id, since, seen: new Set([stages[0]]), left: new Set() });

/** Whoever enters a stage has gone on from every earlier one that they were in; each counts once. */
function enter(tallies: Record<Stage, Tally>, { seen, left }: Journey, to: Stage): void {
  for (const stage of seen) {
    if (stages.indexOf(stage) >= stages.indexOf(to) || left.has(stage)) continue;
    left.add(stage);
    tallies[stage].wentOn += 1;
  }
  if (!seen.has(to)) tallies[to].entered += 1;
  seen.add(to);
}

function median(times: number[]): number | null {
  const sorted = Float64Array.from(times).sort();
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
}
