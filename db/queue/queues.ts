import type { QueueOptions } from "./pg-boss.ts";
import type { PgBossClient } from "./types.ts";

const day = 86_400;

/** How long failed jobs are kept and shown. */
export const failedSeconds = 14 * day;

const options = {
  notify: true,
  retryLimit: 5,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 900,
  expireInSeconds: 900,
  // On PostgreSQL: how long until a job is retried whose process died.
  heartbeatSeconds: 60,
  // Counted from `startAfter`.
  retentionSeconds: 90 * day,
  // Of a completed job: while it is kept, inserting its id again does nothing.
  deleteAfterSeconds: day,
} satisfies QueueOptions & { notify: boolean };

/** The queues, one for each type of job, created on demand. */
export type Queues = { need(name: string): Promise<void>; define(name: string, retries: number): Promise<void>; forget(name: string): void };

export function openQueues({ boss }: PgBossClient): Queues {
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

/** A queue in which at most one tick waits or runs. Lost ticks need no retry, since the next one follows by schedule. */
export async function defineTicks({ boss }: PgBossClient, name: string): Promise<void> {
  const ticks = { ...options, retryLimit: 2, retryDelayMax: 60, deleteAfterSeconds: 3_600 };
  await boss.createQueue(name, { ...ticks, policy: "exclusive" });
  await boss.updateQueue(name, ticks);
}
