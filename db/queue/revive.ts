import type { JobKind, Queue, Schedule } from "#core/ports/queue.ts";
import type { EmbeddedFolder } from "./embedded.ts";
import { errorName, within } from "./outage.ts";
import { startSession } from "./session.ts";
import type { Motor, QueueOptions } from "./types.ts";

const soonMs = 60_000;

/**
 * The embedded queue, begun again when its database is lost under it. A folder that cannot be used is set aside:
 * the outbox and the due times in the store fill a new one.
 */
export async function startRevived(folder: EmbeddedFolder, options: Pick<QueueOptions, "clock"> & Pick<Motor, "log">): Promise<Queue> {
  const { log } = options;
  const running = new Set<Promise<void>>();
  let working: Parameters<Queue["work"]> | undefined;
  let isStopped = false;
  let lostAt = Number.NEGATIVE_INFINITY;
  let life: Promise<Queue> = begin();

  async function begin(): Promise<Queue> {
    try {
      return await start();
    } catch (error) {
      log.warn({ error: errorName(error) }, "the queue's folder cannot be used; it is set aside as queue.broken and begun anew");
      folder.setAside();
      return await start();
    }
  }

  async function start(): Promise<Queue> {
    // A life that never began has nothing to lose, and each is lost once.
    let isMortal = false;
    const backend = await folder.open(() => {
      if (!isMortal) return;
      isMortal = false;
      lost();
    });
    const queue = await startSession(backend, options);
    isMortal = true;
    return queue;
  }

  function lost(): void {
    if (isStopped) return;
    const last = life;
    // Lost twice in a row: opening it again does not help.
    if (performance.now() - lostAt < soonMs) folder.setAside();
    lostAt = performance.now();
    log.warn({}, "the queue's database is lost; it is begun again, and the outbox fills it");
    life = last.then((queue) => queue.stop(0)).then(resume);
    life.catch((error) => log.warn({ error: errorName(error) }, "the queue cannot be begun again yet"));
  }

  async function current(): Promise<Queue> {
    const tried = life;
    try {
      return await tried;
    } catch {
      if (life === tried) life = resume();
      return life;
    }
  }

  async function resume(): Promise<Queue> {
    const queue = await begin();
    if (working) await queue.work(...working);
    return queue;
  }

  /** Handlers of a life that was lost are waited for like the others. */
  async function tracked(run: Promise<void>): Promise<void> {
    running.add(run);
    try {
      await run;
    } finally {
      running.delete(run);
    }
  }

  await life;
  return {
    insert: async (jobs) => (await current()).insert(jobs),
    failed: async (agentId, page) => (await current()).failed(agentId, page),
    retry: async (agentId, id) => (await current()).retry(agentId, id),
    ready: async () => (await current()).ready(),
    work: async (kinds, schedules) => {
      working = [trackedKinds(kinds, tracked), trackedSchedules(schedules, tracked)];
      await (await current()).work(...working);
    },
    stop: async (graceMs) => {
      isStopped = true;
      const last = await life.catch(() => undefined);
      await Promise.all([last?.stop(graceMs), within(graceMs, Promise.allSettled(running)).catch(() => {})]);
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
