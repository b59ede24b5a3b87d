import { CrmError } from "#core/errors.ts";
import type { Queue } from "#core/ports/queue.ts";
import { takeFolder } from "./embedded.ts";
import { errorName, isOutage, toCrmError } from "./outage.ts";
import { postgresBackend } from "./postgres.ts";
import { startRevived } from "./revive.ts";
import { startSession } from "./session.ts";
import type { QueueLogger, QueueOptions } from "./types.ts";

const silent: QueueLogger = { info() {}, warn() {} };

/** The queue: on PostgreSQL with a `url`, else embedded in the data folder. */
export async function openQueue({ url, dataDir, logger: log = silent, clock }: QueueOptions): Promise<Queue> {
  if (url !== undefined) return guarded(await startOnPostgres(url, { log, clock }));
  const folder = takeFolder(dataDir, log);
  try {
    return guarded(await startRevived(folder, { log, clock }), folder.release);
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

/** Outages become `unavailable`, and after `stop` everything is. */
function guarded(queue: Queue, release = () => {}): Queue {
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
    ready: () => call(() => queue.ready()),
    stop: (graceMs) => {
      stopping ??= queue.stop(graceMs).finally(release);
      return stopping;
    },
  };
}
