import type { JobKind } from "#core/ports/queue.ts";
import { errorName, isOutage } from "./outage.ts";
import type { Job } from "./pg-boss.ts";
import type { PgBossClient } from "./types.ts";

const pollMs = 2_000;
const heartbeatMs = 20_000;

export type QueueWorker = {
  name: string;
  /** Fetches at once instead of at the next poll. */
  wake(): void;
  /** Stops fetching; resolves when no job is being handled. */
  drain(): Promise<void>;
  /** Returns the jobs that are still being handled to the queue, for another process. */
  abandon(): Promise<void>;
};

type FetchedJob = Job<Record<string, string>>;

/**
 * Fetches the jobs of one type, several in one statement, and runs the handler of each. A slot is free again when the outcome
 * of its job is stored.
 */
export function startWorker({ boss, clock, log }: PgBossClient, name: string, kind: JobKind): QueueWorker {
  const running = new Set<FetchedJob>();
  const succeeded: FetchedJob[] = [];
  const drained = Promise.withResolvers<void>();
  let isStopping = false;
  let isAbandoned = false;
  let isWoken = false;
  let wasFull = false;
  let isCompleting = false;
  let isUnreachable = false;
  let endPause = () => {};

  function pause(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = clock.setTimeout(resolve, pollMs);
    endPause = () => {
      clock.clearTimeout(timer);
      resolve();
    };
    return promise;
  }

  function wake(): void {
    isWoken = true;
    endPause();
  }

  async function fetchAll(): Promise<void> {
    while (!isStopping) {
      isWoken = false;
      await fetchSome();
      if (!isWoken && !isStopping) await pause();
    }
    if (running.size === 0) drained.resolve();
  }

  async function fetchSome(): Promise<void> {
    const free = kind.concurrency - running.size;
    if (free <= 0) return;
    try {
      const jobs = await boss.fetch<Record<string, string>>(name, { batchSize: free });
      isUnreachable = false;
      wasFull = jobs.length === free;
      for (const job of jobs) void handle(job);
    } catch (error) {
      // Logged once for each outage, not at every poll during it.
      if (!isUnreachable) log.warn({ queue: name, error: errorName(error) }, "jobs cannot be fetched; it is tried again");
      isUnreachable = true;
    }
  }

  async function handle(job: FetchedJob): Promise<void> {
    running.add(job);
    try {
      await kind.handler({ id: job.id, type: name, agentId: job.groupId ?? "", payload: job.data, attempt: job.retryCount + 1 });
    } catch (error) {
      const known = errorName(error);
      log.warn({ queue: name, job: job.id, attempt: job.retryCount + 1, error: known }, "a job failed");
      await storeOutcome(() => boss.fail(name, [job], { error: known }));
      free([job]);
      return;
    }
    succeeded.push(job);
    if (!isCompleting) {
      isCompleting = true;
      setImmediate(() => void complete());
    }
  }

  async function complete(): Promise<void> {
    while (succeeded.length > 0) {
      const batch = succeeded.splice(0);
      await storeOutcome(() => boss.complete(name, batch));
      free(batch);
    }
    isCompleting = false;
  }

  /** Retries while the server is unreachable. A statement that can never succeed is dropped, and the job runs again. */
  async function storeOutcome(write: () => Promise<unknown>): Promise<void> {
    while (!isAbandoned) {
      try {
        await write();
        return;
      } catch (error) {
        if (isAbandoned) return;
        log.warn({ queue: name, error: errorName(error) }, "the outcome of jobs cannot be stored yet");
        if (!isOutage(error)) return;
        await new Promise<void>((resolve) => void clock.setTimeout(resolve, pollMs));
      }
    }
  }

  function free(jobs: readonly FetchedJob[]): void {
    for (const job of jobs) running.delete(job);
    if (isStopping && running.size === 0) drained.resolve();
    if (wasFull) wake();
  }

  const heartbeat = clock.setInterval(() => {
    if (running.size > 0) boss.touch(name, [...running]).catch(() => {});
  }, heartbeatMs);
  const fetching = fetchAll();

  return {
    name,
    wake,
    drain: async () => {
      isStopping = true;
      endPause();
      await fetching;
      await drained.promise;
      clock.clearInterval(heartbeat);
    },
    abandon: async () => {
      isStopping = true;
      isAbandoned = true;
      endPause();
      clock.clearInterval(heartbeat);
      const unfinished = [...running];
      if (unfinished.length > 0) await boss.fail(name, unfinished, { error: "stopped" }).catch(() => {});
    },
  };
}
