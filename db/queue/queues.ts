import type { QueueOptions } from "./pg-boss.ts";
import type { Motor } from "./types.ts";

const day = 86_400;

/** Failed jobs are shown this long. */
export const failedSeconds = 14 * day;

const options = {
  notify: true,
  retryLimit: 5,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 900,
  expireInSeconds: 900,
  // On PostgreSQL, how long a job waits that a process took with it when it died.
  heartbeatSeconds: 60,
  // Counted from `startAfter`.
  retentionSeconds: 90 * day,
  // Of a completed job: as long as its id is known, sending it again does nothing.
  deleteAfterSeconds: day,
} satisfies QueueOptions & { notify: boolean };

/** The queues that exist, one for each type of job, made on demand. */
export type Queues = { need(name: string): Promise<void>; define(name: string, retries: number): Promise<void>; forget(name: string): void };

export function openQueues({ boss }: Motor): Queues {
  const known = new Set<string>();
  return {
    need: async (name) => {
      if (known.has(name)) return;
      await boss.createQueue(name, options);
      known.add(name);
    },
    define: async (name, retries) => {
      await boss.createQueue(name, { ...options, retryLimit: retries });
      await boss.updateQueue(name, { ...options, retryLimit: retries });
      known.add(name);
    },
    forget: (name) => known.delete(name),
  };
}

/** A queue in which at most one tick waits or runs. Ticks are not kept: the next one comes by itself. */
export async function defineTicks({ boss }: Motor, name: string): Promise<void> {
  const ticks = { ...options, retryLimit: 2, retryDelayMax: 60, deleteAfterSeconds: 3_600 };
  await boss.createQueue(name, { ...ticks, policy: "exclusive" });
  await boss.updateQueue(name, ticks);
}
