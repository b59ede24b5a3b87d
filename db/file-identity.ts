import { type Stats, statSync } from "node:fs";
import { CrmError } from "#core/errors.ts";
import { outage } from "./outage.ts";

const moved =
  "the database at its path is not the one this process has open (moved, deleted, replaced, or its folder unmounted): put it back, or stop and restore a backup";
const cut = "the file of the database has been cut short: stop, and restore a backup";
const logGone = "the write-ahead log of the database has been taken away: restart, so that another is begun";

const logGoneCause = "log_gone";

type Identity = Pick<Stats, "dev" | "ino" | "size">;

/**
 * Whether the files at the path are still those that were open when it was first asked. SQLite goes on writing into files
 * that have been moved away or deleted, and nobody finds it there. `check` throws `unavailable`; it takes some microseconds.
 */
export function fileIdentity(path: string) {
  const file = { path, seen: stat(path) };
  // There is none before the first write.
  const log = { path: `${path}-wal`, seen: statOrNull(`${path}-wal`) };
  return {
    check(): void {
      const now = stat(file.path);
      if (!isSame(now, file.seen)) throw outage(moved, "moved");
      if (now.size < file.seen.size) throw outage(cut, "cut");
      file.seen = now;
      const logNow = statOrNull(log.path);
      if (log.seen !== null && (logNow === null || !isSame(logNow, log.seen))) throw outage(logGone, logGoneCause);
      log.seen = logNow;
    },
  };
}

/** True when the file is there and its log is not. */
export const isLogGone = (error: unknown) => error instanceof CrmError && error.details.cause === logGoneCause;

const isSame = (one: Identity, other: Identity) => one.ino === other.ino && one.dev === other.dev;

function stat(path: string): Identity {
  try {
    return statSync(path);
  } catch (error) {
    throw outage(moved, errorCode(error), error);
  }
}

function statOrNull(path: string): Identity | null {
  return statSync(path, { throwIfNoEntry: false }) ?? null;
}

function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
