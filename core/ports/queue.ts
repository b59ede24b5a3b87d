import type { Page, PageQuery } from "./page.ts";

/** An effect on its way to its handler. The payload holds ids, never personal data: copies of it outlive deletion. */
export type QueueJob = {
  /** UUIDv7 of the outbox row: sending the same id twice is a no-op. */
  id: string;
  type: string;
  agentId: string;
  payload: Record<string, string>;
  /** Not before, ms since 1970. */
  startAfter?: number | undefined;
};

/** Runs at least once for each job, sometimes twice at the same time, so it must be idempotent. After an error the job is retried with backoff. */
export type JobHandler = (job: QueueJob & { attempt: number }) => Promise<void>;

export type JobKind = {
  handler: JobHandler;
  /** How many of this kind run at once in this process. */
  concurrency: number;
  /** Retries after the first attempt; after them the job is stored as failed. */
  retries: number;
};

/** A job that has used up its retries. `error` is a code or a class name, never a message that could quote a customer. */
export type FailedJob = {
  id: string;
  type: string;
  agentId: string;
  payload: Record<string, string>;
  failedAt: number;
  attempts: number;
  error: string;
};

/** A tick of a schedule: `cron` has five fields and runs in UTC. */
export type Schedule = { name: string; cron: string; run(): Promise<void> };

export type WaitingJobs = { type: string; jobs: number; oldestMs: number };

/** Background jobs. They can be lost without loss of data: the store knows what is due. */
export interface Queue {
  /** Queues many jobs at once; resolves when they are stored. */
  insert(jobs: readonly QueueJob[]): Promise<void>;
  /** Starts to run the jobs of these kinds and the schedules. */
  work(kinds: Readonly<Record<string, JobKind>>, schedules: readonly Schedule[]): Promise<void>;
  failed(agentId: string, page: PageQuery): Promise<Page<FailedJob>>;
  /** Puts a failed job back; false when there is none of this agent with the id. */
  retry(agentId: string, id: string): Promise<boolean>;
  /** Jobs of these types that failed and wait for their next attempt start now: what they failed on is over. */
  retryNow(types: readonly string[]): Promise<void>;
  /** Runs a schedule now, unless it is running or about to. */
  runNow(schedule: string): Promise<void>;
  /** Jobs that are due and wait, by type, at most 10,000 in all; `oldestMs`: how long the oldest of them has waited. */
  waiting(): Promise<WaitingJobs[]>;
  /** Throws when the queue cannot be reached. */
  ready(): Promise<void>;
  /** Waits for running jobs, at most `graceMs`. */
  stop(graceMs: number): Promise<void>;
}
