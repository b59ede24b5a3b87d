import type { Page, PageQuery } from "#core/ports/page.ts";
import type { FailedJob, JobKind, Queue, QueueJob, Schedule, WaitingJobs } from "#core/ports/queue.ts";
import { listFailed, retryFailed, retryWaiting } from "./failed.ts";
import { insertJobs } from "./insert.ts";
import { type QueueMaintenance, startMaintenance } from "./maintenance.ts";
import { answerWithinMs, within } from "./outage.ts";
import { schema } from "./pg-boss.ts";
import { QueueWorker } from "./queue-worker.ts";
import { defineTicks, openQueues, type Queues } from "./queues.ts";
import { startPgBoss } from "./start-pg-boss.ts";
import type { PgBossClient, QueueBackend, QueueOptions } from "./types.ts";
import { countWaiting } from "./waiting.ts";

/** The queue on one connection to its database, until that is lost or stopped. */
export async function startSession(
  backend: QueueBackend,
  options: Pick<QueueOptions, "clock" | "signal"> & Pick<PgBossClient, "log">,
): Promise<Queue> {
  try {
    return await openSession(backend, await startPgBoss(backend, options));
  } catch (error) {
    await backend.close();
    throw error;
  }
}

async function openSession(backend: QueueBackend, client: PgBossClient): Promise<Queue> {
  const maintenance = await startMaintenance(client, backend.isEmbedded);
  return new Session(backend, client, maintenance, await channelOf(client));
}

class Session implements Queue {
  readonly #backend: QueueBackend;
  readonly #client: PgBossClient;
  readonly #maintenance: QueueMaintenance;
  readonly #channel: string;
  readonly #queues: Queues;
  readonly #workers = new Map<string, QueueWorker>();
  #listening: { close(): Promise<void> } | undefined;

  constructor(backend: QueueBackend, client: PgBossClient, maintenance: QueueMaintenance, channel: string) {
    this.#backend = backend;
    this.#client = client;
    this.#maintenance = maintenance;
    this.#channel = channel;
    this.#queues = openQueues(client);
  }

  async insert(jobs: readonly QueueJob[]): Promise<void> {
    await insertJobs(this.#client, this.#queues, jobs);
    this.#backend.assertThere();
    this.#maintenance.inserted(jobs.length);
  }

  async work(kinds: Readonly<Record<string, JobKind>>, schedules: readonly Schedule[]): Promise<void> {
    for (const [type, kind] of Object.entries(kinds)) await this.#queues.define(type, kind.retries);
    await dropFormerTicks(this.#client, new Set(schedules.map(({ name }) => tick(name))));
    for (const { name, cron } of schedules) {
      await defineTicks(this.#client, tick(name));
      await this.#client.boss.schedule(tick(name), cron, null, { tz: "UTC", missed: "once" });
    }
    await this.#listen();
    for (const [type, kind] of Object.entries(kinds)) this.#startWorker(type, kind);
    for (const { name, run } of schedules) this.#startWorker(tick(name), { handler: run, concurrency: 1, retries: 0 });
  }

  failed(agentId: string, page: PageQuery): Promise<Page<FailedJob>> {
    return within(answerWithinMs, listFailed(this.#client, agentId, page));
  }

  async retry(agentId: string, id: string): Promise<boolean> {
    const name = await within(answerWithinMs, retryFailed(this.#client, agentId, id));
    if (name) await this.#notify(name);
    return name !== false;
  }

  async retryNow(types: readonly string[]): Promise<void> {
    await within(answerWithinMs, retryWaiting(this.#client, types));
    for (const type of types) await this.#notify(type);
  }

  async runNow(schedule: string): Promise<void> {
    // The queue of a schedule holds one tick at most, so this inserts none while one waits or runs.
    await within(answerWithinMs, this.#client.boss.send(tick(schedule)));
  }

  waiting(): Promise<WaitingJobs[]> {
    return within(answerWithinMs, countWaiting(this.#client));
  }

  async ready(): Promise<void> {
    await within(answerWithinMs, this.#client.run("SELECT 1"));
    this.#backend.assertThere();
  }

  async stop(graceMs: number): Promise<void> {
    const workers = [...this.#workers.values()];
    await within(graceMs, Promise.all(workers.map((worker) => worker.drain()))).catch(() => {});
    await Promise.all(workers.map((worker) => worker.abandon()));
    await this.#listening?.close().catch(() => {});
    await this.#maintenance.stop();
    await this.#client.boss.stop({ graceful: false }).catch(() => {});
    await this.#backend.close();
  }

  #startWorker(name: string, kind: JobKind): void {
    this.#workers.set(name, new QueueWorker(this.#client, name, kind));
  }

  async #listen(): Promise<void> {
    const wakeAll = () => this.#workers.forEach((worker) => void worker.wake());
    this.#listening = await this.#client.boss.getDb().listen?.(this.#channel, (name) => this.#workers.get(name)?.wake(), wakeAll);
  }

  async #notify(name: string): Promise<void> {
    await this.#client.run("SELECT pg_notify($1, $2)", [this.#channel, name]);
  }
}

/** A schedule that an earlier version had under another name would otherwise tick for ever. */
async function dropFormerTicks({ boss }: PgBossClient, current: ReadonlySet<string>): Promise<void> {
  for (const { name } of await boss.getSchedules()) if (!current.has(name)) await boss.unschedule(name);
}

const tick = (name: string) => `tick.${name}`;

/** The channel on which pg-boss notifies of new jobs; it derives the name from the schema. */
async function channelOf({ run }: PgBossClient): Promise<string> {
  const [row] = await run(`SELECT 'pgboss_' || left(encode(sha224('${schema}'::bytea), 'hex'), 24) AS channel`);
  return String(row?.channel);
}
