import type { Handle } from "./handle.ts";
import { isFull } from "./outage.ts";
import type { Reserve } from "./reserve.ts";
import { statement } from "./sql.ts";

const checkpoint = statement("PRAGMA wal_checkpoint(TRUNCATE)");
const retryMs = 250;
/** How long a deletion waits for a reader of another process, such as a backup, to end. */
const patienceMs = 5_000;

/**
 * Empties the log of the database, so that nothing deleted is left in the files. While another process is reading it cannot
 * be emptied: `scrub` then resolves after some seconds, and emptying is tried again until it succeeds.
 * On a disk that is full the log goes into the file by means of the reserve, which takes back what the log gives free.
 */
export function scrubber(writer: Handle, reserve: Pick<Reserve, "spend" | "keepRest">) {
  let isDue = false;
  let retry: NodeJS.Timeout | undefined;

  /** True when the log is empty. Never blocks: the connection would wait for readers otherwise. */
  function empty(): boolean {
    writer.run(statement("PRAGMA busy_timeout = 0"));
    try {
      return writer.run(checkpoint)[0]?.[0] === 0;
    } finally {
      writer.run(statement("PRAGMA busy_timeout = 200"));
    }
  }

  function emptyWithReserve(): boolean {
    try {
      return empty();
    } catch (error) {
      if (!isFull(error) || !reserve.spend()) throw error;
      return empty();
    } finally {
      reserve.keepRest();
    }
  }

  function tryLater(): void {
    retry ??= setInterval(() => {
      if (!isDue || isDone(empty)) stop();
    }, retryMs).unref();
  }

  function stop(): void {
    isDue = false;
    clearInterval(retry);
    retry = undefined;
  }

  return {
    scrub: async (): Promise<void> => {
      isDue = true;
      for (let waited = 0; waited < patienceMs; waited += retryMs) {
        if (isDone(emptyWithReserve)) return stop();
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
      tryLater();
    },
    /** For the last connection before it closes: one whole file is left behind, or its log too where the disk has no room for that. */
    close: (): void => {
      stop();
      isDone(emptyWithReserve);
    },
  };
}

/** What `work` says; false when the disk is full. */
function isDone(work: () => boolean): boolean {
  try {
    return work();
  } catch (error) {
    if (isFull(error)) return false;
    throw error;
  }
}
