import type { PageQuery } from "#core/ports/page.ts";
import type { Queue, QueueJob } from "#core/ports/queue.ts";
import { listFailed, retryFailed, retryWaiting } from "./failed.ts";
import { insertJobs } from "./insert.ts";
import { startMaintenance } from "./maintenance.ts";
import { answerWithinMs, within } from "./outage.ts";
import { schema } from "./pg-boss.ts";
import { QueueWorker } from "./queue-worker.ts";
import { defineTicks, openQueues } from "./queues.ts";
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
  const queues = openQueues(client);
  const workers = new Map<string, QueueWorker>();
  const channel = await channelOf(client);
  let listening: { close(): Promise<void> } | undefined;

  async function listen(): Promise<void> {
    const wakeAll = () => workers.forEach((worker) => void worker.wake());
    listening = await client.boss.getDb().listen?.(channel, (name) => workers.get(name)?.wake(), wakeAll);
  }

  return {
    insert: async (jobs: readonly QueueJob[]) => {
      await insertJobs(client, queues, jobs);
      backend.assertThere();
      maintenance.inserted(jobs.length);
    },
    work: async (kinds, schedules) => {
      for (const [type, kind] of Object.entries(kinds)) await queues.define(type, kind.retries);
      await dropFormerTicks(client, new Set(schedules.map(({ name }) => tick(name))));
      for (const { name, cron } of schedules) {
        await defineTicks(client, tick(name));
        await client.boss.schedule(tick(name), cron, null, { tz: "UTC", missed: "once" });
      }
      await listen();
      for (const [type, kind] of Object.entries(kinds)) workers.set(type, new QueueWorker(client, type, kind));
      for (const { name, run } of schedules)
        workers.set(tick(name), new QueueWorker(client, tick(name), { handler: run, concurrency: 1, retries: 0 }));
    },
    failed: (agentId: string, page: PageQuery) => within(answerWithinMs, listFailed(client, agentId, page)),
    retry: async (agentId, id) => {
      const name = await within(answerWithinMs, retryFailed(client, agentId, id));
      if (name) await client.run("SELECT pg_notify($1, $2)", [channel, name]);
      return name !== false;
    },
    retryNow: async (types) => {
      await within(answerWithinMs, retryWaiting(client, types));
      for (const type of types) await client.run("SELECT pg_notify($1, $2)", [channel, type]);
    },
    runNow: async (schedule) => {
      // The queue of a schedule holds one tick at most, so this inserts none while one waits or runs.
      await within(answerWithinMs, client.boss.send(tick(schedule)));
    },
    waiting: () => within(answerWithinMs, countWaiting(client)),
    ready: async () => {
      await within(answerWithinMs, client.run("SELECT 1"));
      backend.assertThere();
    },
    stop: async (graceMs) => {
      const drained = Promise.all([...workers.values()].map((worker) => worker.drain()));
      await within(graceMs, drained).catch(() => {});
      await Promise.all([...workers.values()].map((worker) => worker.abandon()));
      await listening?.close().catch(() => {});
      await maintenance.stop();
      await client.boss.stop({ graceful: false }).catch(() => {});
      await backend.close();
    },
  };
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
