import type { QueueJob } from "#core/ports/queue.ts";
import { answerWithinMs, within } from "./outage.ts";
import type { Queues } from "./queues.ts";
import type { Motor } from "./types.ts";

const chunk = 1_000;

/** A statement for each type and thousand. Ids that are known, also from this very list, are passed over. */
export async function insertJobs({ boss }: Motor, queues: Queues, jobs: readonly QueueJob[]): Promise<void> {
  for (const [type, ofType] of Map.groupBy(jobs, ({ type }) => type)) {
    const unique = [...new Map(ofType.map((job) => [job.id, job])).values()];
    try {
      await within(answerWithinMs, queues.need(type));
      for (let from = 0; from < unique.length; from += chunk) {
        await within(answerWithinMs, boss.insert(type, unique.slice(from, from + chunk).map(toRow)));
      }
    } catch (error) {
      // Whoever deleted the tables may have deleted the queue as well.
      queues.forget(type);
      throw error;
    }
  }
}

function toRow({ id, agentId, payload, startAfter }: QueueJob) {
  return { id, group: { id: agentId }, data: payload, ...(startAfter === undefined ? {} : { startAfter: new Date(startAfter) }) };
}
