import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "libsql";
import { CrmError, fail } from "#core/errors.ts";
import { checkDatabaseFile, failOnPath, keepToOwner } from "./files.ts";

/**
 * Holds the file for this process until released; the operating system releases it when the process dies, however it dies.
 * The lock is on a file of its own, because a second connection of another kind on the data file itself would endanger it.
 * Throws on one line when another process holds it, with `instead` as what several processes need, or when the lock file is none.
 */
export function lockFile(path: string, instead: string): { release(): void } {
  const file = `${join(realpathSync(dirname(path)), basename(path))}.lock`;
  const notOurs = `${file} is not a lock of Rapport: delete it when no Rapport runs on ${path}`;
  try {
    checkDatabaseFile(file, "DATA_DIR");
  } catch (error) {
    throw error instanceof CrmError && error.message.includes("not a database") ? new CrmError("unavailable", notOurs) : error;
  }
  keepToOwner(file);
  const lock = new Database(file);
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code.startsWith("SQLITE_BUSY")) return fail("unavailable", `${path} is in use by another process: stop it first. ${instead}`);
    if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return fail("unavailable", notOurs);
    return failOnPath(file, "DATA_DIR", error);
  }
  return { release: () => void lock.close() };
}
