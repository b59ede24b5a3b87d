import { CrmError } from "#core/errors.ts";
import type { Queue } from "#core/ports/queue.ts";
import { lockFolder } from "./embedded.ts";
import { codeOf, errorName, isOutage, toCrmError } from "./outage.ts";
import { postgresBackend } from "./postgres.ts";
import { startRestartingQueue } from "./restarting-queue.ts";
import { startSession } from "./session.ts";
import type { QueueLogger, QueueOptions } from "./types.ts";

/** Why a server that answers does not let us in (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const refusals = new Map([
  ["28P01", "does not take the password: correct QUEUE_URL"],
  ["28000", "does not let this user in: correct QUEUE_URL"],
  ["3D000", "has no database of this name: create it, or correct QUEUE_URL"],
  ["42501", "lets this user create no tables: grant CREATE on the database"],
  ["25006", "is read-only: name its primary in QUEUE_URL"],
]);

const silent: QueueLogger = { info() {}, warn() {} };

/** A queue that can be opened: what is wrong with its place has been found out. An opening that has failed may be tried again; `release` gives up one that was not opened. */
export type PreparedQueue = { open(): Promise<Queue>; release(): Promise<void> };

/** Opens the queue: on PostgreSQL when there is a `url`, else embedded in the data folder. */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  const { open, release } = await prepareQueue(options);
  try {
    return await open();
  } catch (error) {
    await release();
    throw error;
  }
}

/**
 * Finds out quickly whether the queue can be opened: asks a PostgreSQL, or locks the folder of an embedded queue, whose opening
 * takes seconds. Throws on one line what is wrong and which variable to set.
 */
export async function prepareQueue({ url, dataDir, logger: log = silent, clock, signal }: QueueOptions): Promise<PreparedQueue> {
  if (url !== undefined) {
    const queue = withErrorCodes(await startOnPostgres(url, { log, clock, signal }));
    return { open: async () => queue, release: () => queue.stop(0) };
  }
  const folder = lockFolder(dataDir, log);
  const open = async () => withErrorCodes(await startRestartingQueue(folder, { log, clock, signal }), folder.release);
  return { open, release: async () => folder.release() };
}

async function startOnPostgres(url: string, options: Parameters<typeof startSession>[1]): Promise<Queue> {
  try {
    return await startSession(postgresBackend(url), options);
  } catch (error) {
    const refused = refusals.get(codeOf(error) ?? "");
    if (!isOutage(error) && refused === undefined) throw error;
    const why = refused ?? "cannot be reached: start it, or correct QUEUE_URL";
    const unavailable = new CrmError("unavailable", `QUEUE_URL: the PostgreSQL of the queue ${why} (${codeOf(error) ?? errorName(error)})`);
    unavailable.cause = error;
    throw unavailable;
  }
}

/** Turns outages into `unavailable`; after `stop` every call is `unavailable`. */
function withErrorCodes(queue: Queue, release = () => {}): Queue {
  let stopping: Promise<void> | undefined;
  const call = async <T>(run: () => Promise<T>): Promise<T> => {
    if (stopping !== undefined) throw new CrmError("unavailable", "the queue is stopped");
    try {
      return await run();
    } catch (error) {
      throw toCrmError(error);
    }
  };
  return {
    insert: (jobs) => call(() => queue.insert(jobs)),
    work: (kinds, schedules) => call(() => queue.work(kinds, schedules)),
    failed: (agentId, page) => call(() => queue.failed(agentId, page)),
    retry: (agentId, id) => call(() => queue.retry(agentId, id)),
    retryNow: (types) => call(() => queue.retryNow(types)),
    runNow: (schedule) => call(() => queue.runNow(schedule)),
    waiting: () => call(() => queue.waiting()),
    ready: () => call(() => queue.ready()),
    stop: (graceMs) => {
      stopping ??= queue.stop(graceMs).finally(release);
      return stopping;
    },
  };
}
