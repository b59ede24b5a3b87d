import type { Page } from "#core/ports/page.ts";
import type { FailedJob, JobKind, Queue, QueueJob, Schedule, WaitingJobs } from "#core/ports/queue.ts";
import { second } from "#core/rules/time.ts";
import type { Activity } from "./activity.ts";

type WaitingJob = { job: QueueJob; at: number; attempts: number };

/** Between tries, as long as the real queue waits (db/queue/queues.ts), without chance. */
const retryMs = 2 * second;
const longestRetryMs = 900 * second;

/** Jobs in memory, in the order of the instants at which they may start; those of one instant in the order they came in. */
export class VirtualQueue implements Queue {
  readonly #now: () => number;
  readonly #activity: Activity;
  readonly #known = new Set<string>();
  readonly #running = new Map<string, number>();
  #waiting: WaitingJob[] = [];
  #failed: FailedJob[] = [];
  #kinds: Readonly<Record<string, JobKind>> = {};
  schedules: readonly Schedule[] = [];

  constructor(now: () => number, activity: Activity) {
    this.#now = now;
    this.#activity = activity;
  }

  async insert(jobs: readonly QueueJob[]): Promise<void> {
    for (const job of jobs) {
      if (this.#known.has(job.id)) continue;
      this.#known.add(job.id);
      this.#put({ job, at: Math.max(this.#now(), job.startAfter ?? 0), attempts: 0 });
    }
  }

  async work(kinds: Readonly<Record<string, JobKind>>, schedules: readonly Schedule[]): Promise<void> {
    this.#kinds = kinds;
    this.schedules = schedules;
  }

  /** When the next job can start; null: none can. */
  nextAt(): number | null {
    return this.#waiting.find((waiting) => this.#hasRoom(waiting))?.at ?? null;
  }

  /** Runs what is due, one after the other, and what becomes due by that. */
  async runDue(): Promise<void> {
    for (let next = this.#take(); next; next = this.#take()) {
      void this.#run(next);
      await this.#activity.settled();
    }
  }

  async failed(agentId: string): Promise<Page<FailedJob>> {
    return { data: this.#failed.filter((job) => job.agentId === agentId), nextCursor: null };
  }

  async retry(agentId: string, id: string): Promise<boolean> {
    const found = this.#failed.find((job) => job.agentId === agentId && job.id === id);
    if (!found) return false;
    this.#failed = this.#failed.filter((job) => job !== found);
    const { type, payload } = found;
    this.#put({ job: { id, type, agentId, payload }, at: this.#now(), attempts: 0 });
    return true;
  }

  async retryNow(types: readonly string[]): Promise<void> {
    const isRetry = ({ job, attempts }: WaitingJob) => attempts > 0 && types.includes(job.type);
    const retries = this.#waiting.filter(isRetry);
    this.#waiting = this.#waiting.filter((waiting) => !isRetry(waiting));
    for (const waiting of retries) this.#put({ ...waiting, at: this.#now() });
  }

  async waiting(): Promise<WaitingJobs[]> {
    return [];
  }

  async runNow(name: string): Promise<void> {
    await this.schedules.find((schedule) => schedule.name === name)?.run();
  }

  async ready(): Promise<void> {}

  async stop(): Promise<void> {
    this.#waiting = [];
  }

  #put(waiting: WaitingJob): void {
    const index = this.#waiting.findLastIndex(({ at }) => at <= waiting.at);
    this.#waiting.splice(index + 1, 0, waiting);
  }

  #hasRoom({ job }: WaitingJob): boolean {
    const kind = this.#kinds[job.type];
    return kind !== undefined && (this.#running.get(job.type) ?? 0) < kind.concurrency;
  }

  #take(): WaitingJob | undefined {
    const index = this.#waiting.findIndex((waiting) => waiting.at > this.#now() || this.#hasRoom(waiting));
    const found = this.#waiting[index];
    if (!found || found.at > this.#now()) return undefined;
    this.#waiting.splice(index, 1);
    return found;
  }

  async #run({ job, attempts }: WaitingJob): Promise<void> {
    const kind = this.#kinds[job.type];
    if (!kind) return;
    const attempt = attempts + 1;
    this.#activity.enter();
    this.#running.set(job.type, (this.#running.get(job.type) ?? 0) + 1);
    try {
      await kind.handler({ ...job, attempt });
    } catch (error) {
      const name = error instanceof Error ? error.name : "unknown";
      const { id, type, agentId, payload } = job;
      if (attempt > kind.retries) this.#failed.push({ id, type, agentId, payload, failedAt: this.#now(), attempts: attempt, error: name });
      else this.#put({ job, at: this.#now() + Math.min(longestRetryMs, retryMs * 2 ** attempts), attempts: attempt });
    } finally {
      this.#running.set(job.type, (this.#running.get(job.type) ?? 1) - 1);
      this.#activity.leave();
    }
  }
}
