import type { JobKind } from "#core/ports/queue.ts";
import { type FetchedJob, JobOutcomes } from "./job-outcomes.ts";
import { errorName } from "./outage.ts";
import type { PgBossClient } from "./types.ts";

const pollMs = 2_000;
const heartbeatMs = 20_000;

/**
 * Fetches the jobs of one type, several in one statement, and runs the handler of each. A slot is free again when the outcome
 * of its job is stored. It fetches from the moment it is made.
 */
export class QueueWorker {
  private readonly client: PgBossClient;
  private readonly name: string;
  private readonly kind: JobKind;
  private readonly running = new Set<FetchedJob>();
  private readonly outcomes: JobOutcomes;
  private readonly drained = Promise.withResolvers<void>();
  private readonly stopHeartbeat: () => void;
  private readonly fetching: Promise<void>;
  private isStopping = false;
  private isWoken = false;
  private wasFull = false;
  private isUnreachable = false;
  private endPause = () => {};

  constructor(client: PgBossClient, name: string, kind: JobKind) {
    this.client = client;
    this.name = name;
    this.kind = kind;
    this.outcomes = new JobOutcomes(client, name, (jobs) => this.free(jobs));
    this.stopHeartbeat = this.startHeartbeat();
    this.fetching = this.fetchAll();
  }

  /** Fetches at once instead of at the next poll. */
  wake(): void {
    this.isWoken = true;
    this.endPause();
  }

  /** Stops fetching; resolves when no job is being handled. */
  async drain(): Promise<void> {
    this.isStopping = true;
    this.endPause();
    await this.fetching;
    await this.drained.promise;
    this.stopHeartbeat();
  }

  /** Returns the jobs that are still being handled to the queue, for another process. */
  async abandon(): Promise<void> {
    this.isStopping = true;
    this.outcomes.abandon();
    this.endPause();
    this.stopHeartbeat();
    const unfinished = [...this.running];
    if (unfinished.length > 0) await this.client.boss.fail(this.name, unfinished, { error: "stopped" }).catch(() => {});
  }

  /** Tells the queue that the jobs are still being handled, so that no other process takes them. */
  private startHeartbeat(): () => void {
    const { boss, clock } = this.client;
    const timer = clock.setInterval(() => {
      if (this.running.size > 0) boss.touch(this.name, [...this.running]).catch(() => {});
    }, heartbeatMs);
    return () => clock.clearInterval(timer);
  }

  private async fetchAll(): Promise<void> {
    while (!this.isStopping) {
      this.isWoken = false;
      await this.fetchSome();
      if (!this.isWoken && !this.isStopping) await this.pause();
    }
    if (this.running.size === 0) this.drained.resolve();
  }

  private async fetchSome(): Promise<void> {
    const { boss, log } = this.client;
    const free = this.kind.concurrency - this.running.size;
    if (free <= 0) return;
    try {
      const jobs = await boss.fetch<Record<string, string>>(this.name, { batchSize: free });
      this.isUnreachable = false;
      this.wasFull = jobs.length === free;
      for (const job of jobs) void this.handle(job);
    } catch (error) {
      // Logged once for each outage, not at every poll during it.
      if (!this.isUnreachable) log.warn({ queue: this.name, error: errorName(error) }, "jobs cannot be fetched; it is tried again");
      this.isUnreachable = true;
    }
  }

  private pause(): Promise<void> {
    const { clock } = this.client;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = clock.setTimeout(resolve, pollMs);
    this.endPause = () => {
      clock.clearTimeout(timer);
      resolve();
    };
    return promise;
  }

  private async handle(job: FetchedJob): Promise<void> {
    const { name, kind } = this;
    this.running.add(job);
    try {
      await kind.handler({ id: job.id, type: name, agentId: job.groupId ?? "", payload: job.data, attempt: job.retryCount + 1 });
    } catch (error) {
      const known = errorName(error);
      this.client.log.warn({ queue: name, job: job.id, attempt: job.retryCount + 1, error: known }, "a job failed");
      return this.outcomes.failure(job, known);
    }
    this.outcomes.success(job);
  }

  private free(jobs: readonly FetchedJob[]): void {
    for (const job of jobs) this.running.delete(job);
    if (this.isStopping && this.running.size === 0) this.drained.resolve();
    if (this.wasFull) this.wake();
  }
}
