import type { WaitingJobs } from "#core/ports/queue.ts";
import { jobTable } from "./pg-boss.ts";
import type { PgBossClient } from "./types.ts";

const atMost = 10_000;

/** Jobs of agents that are due and wait, by type. Looks at a bounded number of them; ticks of schedules are none. */
export async function countWaiting({ run }: PgBossClient): Promise<WaitingJobs[]> {
  const rows = await run(
    `SELECT name, count(*)::int AS jobs, extract(epoch FROM now() - min(start_after))::float8 * 1000 AS oldest
     FROM (SELECT name, start_after FROM ${jobTable} WHERE state IN ('created', 'retry') AND start_after <= now() AND group_id IS NOT NULL LIMIT ${atMost}) AS due
     GROUP BY name`,
  );
  return rows.map(({ name, jobs, oldest }) => ({ type: String(name), jobs: Number(jobs), oldestMs: Math.max(0, Number(oldest)) }));
}
