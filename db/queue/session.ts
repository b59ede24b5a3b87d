import type { Queue, QueueJob } from "#core/ports/queue.ts";
import type { PageQuery } from "#core/ports/store.ts";
import { listFailed, retryFailed } from "./failed.ts";
import { insertJobs } from "./insert.ts";
import { type Lane, openLane } from "./lane.ts";
import { startMotor } from "./motor.ts";
import { answerWithinMs, within } from "./outage.ts";
import { schema } from "./pg-boss.ts";
import { defineTicks, openQueues } from "./queues.ts";
import type { Backend, Motor, QueueOptions } from "./types.ts";
import { startUpkeep } from "./upkeep.ts";

/** The queue on one life of its database. */
export async function startSession(backend: Backend, options: Pick<QueueOptions, "clock"> & Pick<Motor, "log">): Promise<Queue> {
  try {
    return await openSession(backend, await startMotor(backend, options));
  } catch (error) {
    await backend.close();
    throw error;
  }
}

async function openSession(backend: Backend, motor: Motor): Promise<Queue> {
  const upkeep = await startUpkeep(motor, backend.isEmbedded);
  const queues = openQueues(motor);
  const lanes = new Map<string, Lane>();
  const channel = await channelOf(motor);
  let listening: { close(): Promise<void> } | undefined;

  async function listen(): Promise<void> {
    const wakeAll = () => lanes.forEach((lane) => void lane.wake());
    listening = await motor.boss.getDb().listen?.(channel, (name) => lanes.get(name)?.wake(), wakeAll);
  }

  return {
    insert: async (jobs: readonly QueueJob[]) => {
      await insertJobs(motor, queues, jobs);
      backend.assertThere();
      upkeep.inserted(jobs.length);
    },
    work: async (kinds, schedules) => {
      for (const [type, kind] of Object.entries(kinds)) await queues.define(type, kind.retries);
      for (const { name, cron } of schedules) {
        await defineTicks(motor, tick(name));
        await motor.boss.schedule(tick(name), cron, null, { tz: "UTC", missed: "once" });
      }
      await listen();
      for (const [type, kind] of Object.entries(kinds)) lanes.set(type, openLane(motor, type, kind));
      for (const { name, run } of schedules) lanes.set(tick(name), openLane(motor, tick(name), { handler: run, concurrency: 1, retries: 0 }));
    },
    failed: (agentId: string, page: PageQuery) => within(answerWithinMs, listFailed(motor, agentId, page)),
    retry: async (agentId, id) => {
      const name = await within(answerWithinMs, retryFailed(motor, agentId, id));
      if (name) await motor.run("SELECT pg_notify($1, $2)", [channel, name]);
      return name !== false;
    },
    ready: async () => {
      await within(answerWithinMs, motor.run("SELECT 1"));
      backend.assertThere();
    },
    stop: async (graceMs) => {
      const drained = Promise.all([...lanes.values()].map((lane) => lane.drain()));
      await within(graceMs, drained).catch(() => {});
      await Promise.all([...lanes.values()].map((lane) => lane.abandon()));
      await listening?.close().catch(() => {});
      await upkeep.stop();
      await motor.boss.stop({ graceful: false }).catch(() => {});
      await backend.close();
    },
  };
}

const tick = (name: string) => `tick.${name}`;

/** Where pg-boss tells of new jobs; it derives the name from the schema. */
async function channelOf({ run }: Motor): Promise<string> {
  const [row] = await run(`SELECT 'pgboss_' || left(encode(sha224('${schema}'::bytea), 'hex'), 24) AS channel`);
  return String(row?.channel);
}
