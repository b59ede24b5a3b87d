import { accessSync, constants } from "node:fs";
import { dirname, resolve } from "node:path";
import { codeOf } from "../outage.ts";
import { BackupError } from "./contents.ts";

/** Throws BackupError when no new file can be made at `path`. */
export function checkFolderOf(path: string): void {
  const folder = dirname(resolve(path));
  try {
    // The dot makes a file in the folder's place a fault.
    accessSync(`${folder}/.`, constants.W_OK);
  } catch (error) {
    throw new BackupError(`${folder} cannot be written to (${codeOf(error)}): make the folder and let this user write there, or name another file`);
  }
}

/** What a fault of the file system or of SQLite while `path` is written means, as BackupError; other errors as they are. */
export function fileFault(path: string, error: unknown): unknown {
  const code = codeOf(error) ?? "";
  if (code === "SQLITE_FULL" || code === "ENOSPC" || code === "EDQUOT") return new BackupError(`there is no space for ${path} (${code}): make room`);
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return new BackupError(`the database is damaged (${code}): restore an earlier backup`);
  if (code.startsWith("SQLITE_BUSY")) return new BackupError("the database is in use by another program that does not let it be read: stop that");
  if (/^(EACCES|EPERM|EROFS|ENOENT|EIO|SQLITE_(CANTOPEN|READONLY|IOERR|PERM).*)$/.test(code)) {
    return new BackupError(`${path} cannot be written (${code}): look at its folder and its disk`);
  }
  return error;
}
