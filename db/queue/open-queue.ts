import { CrmError } from "#core/errors.ts";
import type { Queue } from "#core/ports/queue.ts";
import { type EmbeddedFolder, takeFolder } from "./embedded.ts";
import { errorName, toCrmError } from "./outage.ts";
import { postgresBackend } from "./postgres.ts";
import { type Session, startSession } from "./session.ts";
import type { QueueLogger, QueueOptions } from "./types.ts";

const silent: QueueLogger = { info() {}, warn() {} };

/** The queue: on PostgreSQL with a `url`, else embedded in the data folder. */
export async function openQueue({ url, dataDir, logger: log = silent, clock }: QueueOptions): Promise<Queue> {
  if (url !== undefined) return guarded(await startSession(postgresBackend(url), { log, clock }));
  const folder = takeFolder(dataDir, log);
  try {
    const session = await startEmbedded(folder, log, clock);
    return guarded(session, folder.release);
  } catch (error) {
    folder.release();
    throw error;
  }
}

/** A folder that cannot be used is set aside once: the outbox and the due times in the store fill a new one. */
async function startEmbedded(folder: EmbeddedFolder, log: QueueLogger, clock: QueueOptions["clock"]): Promise<Session> {
  const start = async () => startSession(await folder.open(() => {}), { log, clock });
  try {
    return await start();
  } catch (error) {
    log.warn({ error: errorName(error) }, "the queue's folder cannot be used; it is set aside as queue.broken and begun anew");
    folder.setAside();
    return await start();
  }
}

/** Outages become `unavailable`, and after `stop` everything is. */
function guarded(session: Session, release = () => {}): Queue {
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
    insert: (jobs) => call(() => session.insert(jobs)),
    work: (kinds, schedules) => call(() => session.work(kinds, schedules)),
    failed: (agentId, page) => call(() => session.failed(agentId, page)),
    retry: (agentId, id) => call(() => session.retry(agentId, id)),
    ready: () => call(() => session.ready()),
    stop: (graceMs) => {
      stopping ??= session.stop(graceMs).finally(release);
      return stopping;
    },
  };
}
