import type { JobKind, Queue, Schedule } from "#core/ports/queue.ts";
import type { EmbeddedFolder } from "./embedded.ts";
import { errorName, within } from "./outage.ts";
import { startSession } from "./session.ts";
import type { PgBossClient, QueueOptions } from "./types.ts";

const repeatedLossMs = 60_000;

/**
 * The embedded queue, restarted when its database is lost while it runs. A folder that cannot be used is moved aside: a new
 * one is filled from the outbox and the due times in the store.
 */
export async function startRestartingQueue(
  folder: EmbeddedFolder,
  options: Pick<QueueOptions, "clock" | "signal"> & Pick<PgBossClient, "log">,
): Promise<Queue> {
  const { log, signal } = options;
  const runningJobs = new Set<Promise<void>>();
  let workArguments: Parameters<Queue["work"]> | undefined;
  let isStopped = false;
  let lostAt = Number.NEGATIVE_INFINITY;
  let session: Promise<Queue> = startOrReplace();

  async function startOrReplace(): Promise<Queue> {
    try {
      return await start();
    } catch (error) {
      // The folder is well: its opening was ended.
      if (signal?.aborted) throw error;
      log.warn({ error: errorName(error) }, "the queue's folder cannot be used; it is renamed to queue.broken and a new one is created");
      folder.moveAside();
      return await start();
    }
  }

  async function start(): Promise<Queue> {
    // A loss is reported once, and only of a session that has started.
    let canBeLost = false;
    const onLost = () => {
      if (!canBeLost) return;
      canBeLost = false;
      restart();
    };
    const backend = await folder.open(onLost, signal);
    const queue = await startSession(backend, options);
    canBeLost = true;
    return queue;
  }

  function restart(): void {
    if (isStopped) return;
    const last = session;
    // Lost twice within a minute: opening the same folder again does not help.
    if (performance.now() - lostAt < repeatedLossMs) folder.moveAside();
    lostAt = performance.now();
    log.warn({}, "the queue's database is lost; it is restarted and filled from the outbox");
    session = last.then((queue) => queue.stop(0)).then(resume);
    session.catch((error) => log.warn({ error: errorName(error) }, "the queue cannot be restarted yet"));
  }

  async function current(): Promise<Queue> {
    const tried = session;
    try {
      return await tried;
    } catch {
      if (session === tried) session = resume();
      return session;
    }
  }

  async function resume(): Promise<Queue> {
    const queue = await startOrReplace();
    if (workArguments) await queue.work(...workArguments);
    return queue;
  }

  /** `stop` also waits for handlers that began before the database was lost. */
  async function tracked(run: Promise<void>): Promise<void> {
    runningJobs.add(run);
    try {
      await run;
    } finally {
      runningJobs.delete(run);
    }
  }

  await session;
  return {
    insert: async (jobs) => (await current()).insert(jobs),
    failed: async (agentId, page) => (await current()).failed(agentId, page),
    retry: async (agentId, id) => (await current()).retry(agentId, id),
    retryNow: async (types) => (await current()).retryNow(types),
    runNow: async (schedule) => (await current()).runNow(schedule),
    waiting: async () => (await current()).waiting(),
    ready: async () => (await current()).ready(),
    work: async (kinds, schedules) => {
      workArguments = [trackedKinds(kinds, tracked), trackedSchedules(schedules, tracked)];
      await (await current()).work(...workArguments);
    },
    stop: async (graceMs) => {
      isStopped = true;
      const last = await session.catch(() => undefined);
      await Promise.all([last?.stop(graceMs), within(graceMs, Promise.allSettled(runningJobs)).catch(() => {})]);
    },
  };
}

type Track = (run: Promise<void>) => Promise<void>;

function trackedKinds(kinds: Readonly<Record<string, JobKind>>, track: Track): Record<string, JobKind> {
  return Object.fromEntries(Object.entries(kinds).map(([type, kind]) => [type, { ...kind, handler: (job) => track(kind.handler(job)) }]));
}

function trackedSchedules(schedules: readonly Schedule[], track: Track): Schedule[] {
  return schedules.map((schedule) => ({ ...schedule, run: () => track(schedule.run()) }));
}
