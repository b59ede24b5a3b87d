import type { JobKind, Queue, Schedule } from "#core/ports/queue.ts";
import type { EmbeddedFolder } from "./embedded.ts";
import { errorName, within } from "./outage.ts";
import { startSession } from "./session.ts";
import type { PgBossClient, QueueOptions } from "./types.ts";

type RestartOptions = Pick<QueueOptions, "clock" | "signal"> & Pick<PgBossClient, "log">;

const repeatedLossMs = 60_000;

/**
 * The embedded queue, restarted when its database is lost while it runs. A folder that cannot be used is moved aside: a new
 * one is filled from the outbox and the due times in the store.
 */
export async function startRestartingQueue(folder: EmbeddedFolder, options: RestartOptions): Promise<Queue> {
  const sessions = await Sessions.start(folder, options);
  const handlers = new RunningHandlers();
  return {
    insert: async (jobs) => (await sessions.current()).insert(jobs),
    failed: async (agentId, page) => (await sessions.current()).failed(agentId, page),
    retry: async (agentId, id) => (await sessions.current()).retry(agentId, id),
    retryNow: async (types) => (await sessions.current()).retryNow(types),
    runNow: async (schedule) => (await sessions.current()).runNow(schedule),
    waiting: async () => (await sessions.current()).waiting(),
    ready: async () => (await sessions.current()).ready(),
    work: (kinds, schedules) => sessions.work(handlers.kinds(kinds), handlers.schedules(schedules)),
    stop: async (graceMs) => {
      const last = await sessions.end();
      await Promise.all([last?.stop(graceMs), within(graceMs, handlers.settled()).catch(() => {})]);
    },
  };
}

/** One session after another on the folder, each with the jobs and schedules of the one before it. */
class Sessions {
  private readonly folder: EmbeddedFolder;
  private readonly options: RestartOptions;
  private workArguments: Parameters<Queue["work"]> | undefined;
  private isEnded = false;
  private lostAt = Number.NEGATIVE_INFINITY;
  private session: Promise<Queue>;

  /** Rejects when the first session cannot be started; later ones are tried again. */
  static async start(folder: EmbeddedFolder, options: RestartOptions): Promise<Sessions> {
    const sessions = new Sessions(folder, options);
    await sessions.session;
    return sessions;
  }

  private constructor(folder: EmbeddedFolder, options: RestartOptions) {
    this.folder = folder;
    this.options = options;
    this.session = this.startOrReplace();
  }

  /** The session that runs. One that could not be started is started again. */
  async current(): Promise<Queue> {
    const tried = this.session;
    try {
      return await tried;
    } catch {
      if (this.session === tried) this.session = this.resume();
      return this.session;
    }
  }

  async work(...given: Parameters<Queue["work"]>): Promise<void> {
    this.workArguments = given;
    await (await this.current()).work(...given);
  }

  /** No session is started any more. Returns the last one, unless it could not be started. */
  async end(): Promise<Queue | undefined> {
    this.isEnded = true;
    return this.session.catch(() => undefined);
  }

  private async startOrReplace(): Promise<Queue> {
    const { log, signal } = this.options;
    try {
      return await this.start();
    } catch (error) {
      // The folder is well: its opening was ended.
      if (signal?.aborted) throw error;
      log.warn({ error: errorName(error) }, "the queue's folder cannot be used; it is renamed to queue.broken and a new one is created");
      this.folder.moveAside();
      return await this.start();
    }
  }

  private async start(): Promise<Queue> {
    // A loss is reported once, and only of a session that has started.
    let canBeLost = false;
    const onLost = () => {
      if (!canBeLost) return;
      canBeLost = false;
      this.restart();
    };
    const backend = await this.folder.open(onLost, this.options.signal);
    const queue = await startSession(backend, this.options);
    canBeLost = true;
    return queue;
  }

  private restart(): void {
    if (this.isEnded) return;
    const { log } = this.options;
    const last = this.session;
    // Lost twice within a minute: opening the same folder again does not help.
    if (performance.now() - this.lostAt < repeatedLossMs) this.folder.moveAside();
    this.lostAt = performance.now();
    log.warn({}, "the queue's database is lost; it is restarted and filled from the outbox");
    this.session = last.then((queue) => queue.stop(0)).then(() => this.resume());
    this.session.catch((error) => log.warn({ error: errorName(error) }, "the queue cannot be restarted yet"));
  }

  private async resume(): Promise<Queue> {
    const queue = await this.startOrReplace();
    if (this.workArguments) await queue.work(...this.workArguments);
    return queue;
  }
}

/** The handlers that run, also those that began before the database was lost. */
class RunningHandlers {
  private readonly running = new Set<Promise<void>>();

  kinds(kinds: Readonly<Record<string, JobKind>>): Record<string, JobKind> {
    return Object.fromEntries(Object.entries(kinds).map(([type, kind]) => [type, { ...kind, handler: (job) => this.track(kind.handler(job)) }]));
  }

  schedules(schedules: readonly Schedule[]): Schedule[] {
    return schedules.map((schedule) => ({ ...schedule, run: () => this.track(schedule.run()) }));
  }

  /** Resolves when all that run now have ended. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.running);
  }

  private async track(run: Promise<void>): Promise<void> {
    this.running.add(run);
    try {
      await run;
    } finally {
      this.running.delete(run);
    }
  }
}
