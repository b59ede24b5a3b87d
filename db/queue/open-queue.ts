import { CrmError } from "#core/errors.ts";
import type { Queue } from "#core/ports/queue.ts";
import { lockFolder } from "./embedded.ts";
import { errorName, isOutage, toCrmError } from "./outage.ts";
import { postgresBackend } from "./postgres.ts";
import { startRestartingQueue } from "./restarting-queue.ts";
import { startSession } from "./session.ts";
import type { QueueLogger, QueueOptions } from "./types.ts";

const silent: QueueLogger = { info() {}, warn() {} };

/** Opens the queue: on PostgreSQL when there is a `url`, else embedded in the data folder. */
export async function openQueue({ url, dataDir, logger: log = silent, clock, signal }: QueueOptions): Promise<Queue> {
  if (url !== undefined) return withErrorCodes(await startOnPostgres(url, { log, clock, signal }));
  const folder = lockFolder(dataDir, log);
  try {
    return withErrorCodes(await startRestartingQueue(folder, { log, clock, signal }), folder.release);
  } catch (error) {
    folder.release();
    throw error;
  }
}

async function startOnPostgres(url: string, options: Parameters<typeof startSession>[1]): Promise<Queue> {
  try {
    return await startSession(postgresBackend(url), options);
  } catch (error) {
    if (!isOutage(error)) throw error;
    const unavailable = new CrmError("unavailable", `the queue's PostgreSQL cannot be reached (${errorName(error)}): check QUEUE_URL`);
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
    ready: () => call(() => queue.ready()),
    stop: (graceMs) => {
      stopping ??= queue.stop(graceMs).finally(release);
      return stopping;
    },
  };
}
