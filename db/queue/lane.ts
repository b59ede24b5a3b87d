import type { JobKind } from "#core/ports/queue.ts";
import { errorName, isOutage } from "./outage.ts";
import type { Job } from "./pg-boss.ts";
import type { Motor } from "./types.ts";

const pollMs = 2_000;
const heartbeatMs = 20_000;

export type Lane = {
  name: string;
  /** There may be something to fetch. */
  wake(): void;
  /** Fetches nothing more; resolves when nothing is being handled. */
  drain(): Promise<void>;
  /** Gives up what is still being handled: it is put back for another process. */
  abandon(): Promise<void>;
};

type Work = Job<Record<string, string>>;

/** Hands out the jobs of one type, many to a statement: a slot is free again when its job is settled. */
export function openLane({ boss, clock, log }: Motor, name: string, kind: JobKind): Lane {
  const taken = new Set<Work>();
  const handled: Work[] = [];
  const drained = Promise.withResolvers<void>();
  let isStopping = false;
  let isAbandoned = false;
  let isAwake = false;
  let wasFull = false;
  let isSettling = false;
  let isAway = false;
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
    isAwake = true;
    endPause();
  }

  async function fetchAll(): Promise<void> {
    while (!isStopping) {
      isAwake = false;
      await fetchSome();
      if (!isAwake && !isStopping) await pause();
    }
    if (taken.size === 0) drained.resolve();
  }

  async function fetchSome(): Promise<void> {
    const free = kind.concurrency - taken.size;
    if (free <= 0) return;
    try {
      const jobs = await boss.fetch<Record<string, string>>(name, { batchSize: free });
      isAway = false;
      wasFull = jobs.length === free;
      for (const job of jobs) void handle(job);
    } catch (error) {
      // Said once an outage, not at each poll of it.
      if (!isAway) log.warn({ queue: name, error: errorName(error) }, "jobs cannot be fetched; it is tried again");
      isAway = true;
    }
  }

  async function handle(job: Work): Promise<void> {
    taken.add(job);
    try {
      await kind.handler({ id: job.id, type: name, agentId: job.groupId ?? "", payload: job.data, attempt: job.retryCount + 1 });
    } catch (error) {
      const known = errorName(error);
      log.warn({ queue: name, job: job.id, attempt: job.retryCount + 1, error: known }, "a job failed");
      await settled(() => boss.fail(name, [job], { error: known }));
      free([job]);
      return;
    }
    handled.push(job);
    if (!isSettling) {
      isSettling = true;
      setImmediate(() => void complete());
    }
  }

  async function complete(): Promise<void> {
    while (handled.length > 0) {
      const batch = handled.splice(0);
      await settled(() => boss.complete(name, batch));
      free(batch);
    }
    isSettling = false;
  }

  /** The outcome of a job outlives a server that is away; only a statement that can never succeed is dropped, and its job runs again. */
  async function settled(write: () => Promise<unknown>): Promise<void> {
    while (!isAbandoned) {
      try {
        await write();
        return;
      } catch (error) {
        if (isAbandoned) return;
        log.warn({ queue: name, error: errorName(error) }, "the outcome of jobs cannot be kept yet");
        if (!isOutage(error)) return;
        await new Promise<void>((resolve) => void clock.setTimeout(resolve, pollMs));
      }
    }
  }

  function free(jobs: readonly Work[]): void {
    for (const job of jobs) taken.delete(job);
    if (isStopping && taken.size === 0) drained.resolve();
    if (wasFull) wake();
  }

  const heartbeat = clock.setInterval(() => {
    if (taken.size > 0) boss.touch(name, [...taken]).catch(() => {});
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
      const left = [...taken];
      if (left.length > 0) await boss.fail(name, left, { error: "stopped" }).catch(() => {});
    },
  };
}
