import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "libsql";

/**
 * Holds the file for this process until released; the operating system releases it when the process dies, however it dies.
 * The lock is on a file of its own, because a second connection of another kind on the data file itself would endanger it.
 */
export function lockFile(path: string): { release(): void } {
  const file = join(realpathSync(dirname(path)), basename(path));
  const lock = new Database(`${file}.lock`);
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    throw new Error(
      `${path} is in use by another process. One process owns a local file; give several a libSQL server with DATABASE_URL=libsql://…`,
      { cause: error },
    );
  }
  return { release: () => void lock.close() };
}
