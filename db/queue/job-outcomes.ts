import { errorName, isOutage } from "./outage.ts";
import type { Job } from "./pg-boss.ts";
import type { PgBossClient } from "./types.ts";

export type FetchedJob = Job<Record<string, string>>;

/** How long a statement waits for its next attempt while the server cannot be reached. */
const retryMs = 2_000;

/** Stores what became of the jobs of one type; those that succeed while a statement runs share the next one. `free`: the outcome of these is stored. */
export class JobOutcomes {
  private readonly client: PgBossClient;
  private readonly name: string;
  private readonly free: (jobs: readonly FetchedJob[]) => void;
  private readonly succeeded: FetchedJob[] = [];
  private isCompleting = false;
  private isAbandoned = false;

  constructor(client: PgBossClient, name: string, free: (jobs: readonly FetchedJob[]) => void) {
    this.client = client;
    this.name = name;
    this.free = free;
  }

  success(job: FetchedJob): void {
    this.succeeded.push(job);
    if (this.isCompleting) return;
    this.isCompleting = true;
    setImmediate(() => void this.complete());
  }

  /** `error` is a name, never the words of an error. */
  async failure(job: FetchedJob, error: string): Promise<void> {
    await this.retry(() => this.client.boss.fail(this.name, [job], { error }));
    this.free([job]);
  }

  /** Ends all attempts to store an outcome: the jobs belong to another process from now on. */
  abandon(): void {
    this.isAbandoned = true;
  }

  private async complete(): Promise<void> {
    while (this.succeeded.length > 0) {
      const batch = this.succeeded.splice(0);
      await this.retry(() => this.client.boss.complete(this.name, batch));
      this.free(batch);
    }
    this.isCompleting = false;
  }

  /** Retries while the server is unreachable. A statement that can never succeed is dropped, and the job runs again. */
  private async retry(write: () => Promise<unknown>): Promise<void> {
    const { clock, log } = this.client;
    while (!this.isAbandoned) {
      try {
        await write();
        return;
      } catch (error) {
        if (this.isAbandoned) return;
        log.warn({ queue: this.name, error: errorName(error) }, "the outcome of jobs cannot be stored yet");
        if (!isOutage(error)) return;
        await new Promise<void>((resolve) => void clock.setTimeout(resolve, retryMs));
      }
    }
  }
}
