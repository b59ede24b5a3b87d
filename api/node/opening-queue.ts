import type { Queue } from "#core/ports/queue.ts";

/**
 * A queue that is still being opened, which takes seconds the first time: what is asked of it waits. The API need not,
 * since the store is the truth and jobs can be rebuilt from it.
 */
export function openingQueue(opening: Promise<Queue>): Queue {
  return {
    insert: async (jobs) => (await opening).insert(jobs),
    work: async (kinds, schedules) => (await opening).work(kinds, schedules),
    failed: async (agentId, page) => (await opening).failed(agentId, page),
    retry: async (agentId, id) => (await opening).retry(agentId, id),
    ready: async () => (await opening).ready(),
    stop: async (graceMs) => (await opening.catch(() => null))?.stop(graceMs),
  };
}
