import type { QueueJob } from "#core/ports/queue.ts";
import { answerWithinMs, within } from "./outage.ts";
import type { Queues } from "./queues.ts";
import type { PgBossClient } from "./types.ts";

const chunk = 1_000;

/** Inserts jobs, a thousand of one type in a statement. Ids that exist already, or twice in this list, are ignored. */
export async function insertJobs({ boss }: PgBossClient, queues: Queues, jobs: readonly QueueJob[]): Promise<void> {
  for (const [type, ofType] of Map.groupBy(jobs, ({ type }) => type)) {
    const unique = [...new Map(ofType.map((job) => [job.id, job])).values()];
    try {
      await within(answerWithinMs, queues.need(type));
      for (let from = 0; from < unique.length; from += chunk) {
        await within(answerWithinMs, boss.insert(type, unique.slice(from, from + chunk).map(toRow)));
      }
    } catch (error) {
      // When tables were deleted, the queue may have been deleted as well.
      queues.forget(type);
      throw error;
    }
  }
}

function toRow({ id, agentId, payload, startAfter }: QueueJob) {
  return { id, group: { id: agentId }, data: payload, ...(startAfter === undefined ? {} : { startAfter: new Date(startAfter) }) };
}
