import { errorName } from "./outage.ts";
import { jobTable, schema } from "./pg-boss.ts";
import { failedSeconds } from "./queues.ts";
import type { Motor } from "./types.ts";

const everyMs = 600_000;
// Doubled each time, until the next regular upkeep: a table twice as large is not another plan.
const analyzeAfter = 2_000;

export type Upkeep = { inserted(count: number): void; stop(): Promise<void> };

/** What the tables need to stay fast and small, in the background. */
export async function startUpkeep({ run, log }: Motor, isEmbedded: boolean): Promise<Upkeep> {
  let unanalyzed = 0;
  let analyzeAt = analyzeAfter;
  let changed = 0;
  let last: Promise<unknown> = Promise.resolve();

  const inBackground = (text: string) => {
    last = last.then(() => run(text)).catch((error) => log.warn({ error: errorName(error) }, "upkeep of the queue failed; it comes again"));
  };
  const keepFailed = `UPDATE ${jobTable} SET deletion_seconds = ${failedSeconds}
    WHERE state = 'failed' AND group_id IS NOT NULL AND deletion_seconds < ${failedSeconds}`;
  const regular = () => {
    inBackground(keepFailed);
    // PGlite has nobody that vacuums by itself.
    if (isEmbedded && changed > 0) inBackground(`VACUUM (ANALYZE) ${jobTable}, ${schema}.queue, ${schema}.schedule`);
    changed = 0;
    analyzeAt = analyzeAfter;
  };

  // A process that was away for days shows what failed before it deletes what is old.
  await run(keepFailed);
  const timer = setInterval(regular, everyMs);
  timer.unref();
  return {
    inserted: (count) => {
      changed += count;
      unanalyzed += count;
      // With statistics that say "empty" the plan for the next job reads the whole table.
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
