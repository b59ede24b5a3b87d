import { errorName } from "./outage.ts";
import { jobTable, schema } from "./pg-boss.ts";
import { failedSeconds } from "./queues.ts";
import type { PgBossClient } from "./types.ts";

const everyMs = 600_000;
// Doubled after each ANALYZE until the next regular run: a table that has only doubled does not need another query plan.
const analyzeAfter = 2_000;

export type QueueMaintenance = { inserted(count: number): void; stop(): Promise<void> };

/** Keeps the tables of the queue fast and small, in the background: statistics, vacuum, and the retention of failed jobs. */
export async function startMaintenance({ run, log }: PgBossClient, isEmbedded: boolean): Promise<QueueMaintenance> {
  let unanalyzed = 0;
  let analyzeAt = analyzeAfter;
  let changed = 0;
  let last: Promise<unknown> = Promise.resolve();

  const inBackground = (text: string) => {
    last = last.then(() => run(text)).catch((error) => log.warn({ error: errorName(error) }, "maintenance of the queue failed; it is retried"));
  };
  const extendRetention = `UPDATE ${jobTable} SET deletion_seconds = ${failedSeconds}
    WHERE state = 'failed' AND group_id IS NOT NULL AND deletion_seconds < ${failedSeconds}`;
  const regular = () => {
    inBackground(extendRetention);
    // PGlite has no autovacuum.
    if (isEmbedded && changed > 0) inBackground(`VACUUM (ANALYZE) ${jobTable}, ${schema}.queue, ${schema}.schedule`);
    changed = 0;
    analyzeAt = analyzeAfter;
  };

  // Before pg-boss deletes old jobs: after days of downtime the failed ones are still to be shown.
  await run(extendRetention);
  const timer = setInterval(regular, everyMs);
  timer.unref();
  return {
    inserted: (count) => {
      changed += count;
      unanalyzed += count;
      // While the statistics say that the table is empty, the plan for fetching a job reads all of it.
      if (unanalyzed < analyzeAt) return;
      unanalyzed = 0;
      analyzeAt *= 2;
      inBackground(`ANALYZE ${jobTable}`);
    },
    stop: async () => {
      clearInterval(timer);
      await last;
    },
  };
}
