import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import Database from "libsql";
import { type DatabaseOptions, localPath } from "../database.ts";
import { type BackupContents, BackupError, writeContents } from "./contents.ts";
import { checkFolderOf, fileFault } from "./file-fault.ts";
import { snapshotFile } from "./snapshot-file.ts";

export type BackupResult = { bytes: number; contacts: number; messages: number };

/**
 * Writes everything there is into one new file: the tables as they are at one instant, while a server may be running, and
 * `contents`. The file appears whole or not at all, readable by its owner alone. Throws BackupError when `file` exists or
 * cannot be written, and when there is no database or it cannot be read.
 */
export async function backUp(options: DatabaseOptions, file: string, contents: BackupContents): Promise<BackupResult> {
  refuseExisting(file);
  checkFolderOf(file);
  // Two backups into one file at a time do not disturb each other.
  const partial = `${file}.${process.pid}.partial`;
  removeDatabase(partial);
  try {
    await snapshot(options, partial);
    writeContents(partial, contents);
    const counts = countRows(partial);
    chmodSync(partial, 0o600);
    flush(partial);
    refuseExisting(file);
    renameSync(partial, file);
    return { bytes: statSync(file).size, ...counts };
  } catch (error) {
    throw fileFault(file, error);
  } finally {
    removeDatabase(partial);
  }
}

function refuseExisting(file: string): void {
  if (existsSync(file)) throw new BackupError(`${file} exists already: name a new file`);
}

async function snapshot(options: DatabaseOptions, target: string): Promise<void> {
  const path = localPath(options.url);
  if (path === null) return snapshotOfServer(options, target);
  if (!existsSync(path)) throw new BackupError(`${path} does not exist: there is nothing to back up. Is DATA_DIR right?`);
  snapshotFile(path, target);
}

async function snapshotOfServer({ url, authToken }: DatabaseOptions, target: string): Promise<void> {
  const { snapshotServer } = await import("./snapshot-server.ts");
  const copy = `${target}.rows`;
  try {
    await snapshotServer(url, authToken, copy);
    // The copy has a log beside it; this makes one file of both.
    snapshotFile(copy, target);
  } finally {
    removeDatabase(copy);
  }
}

function countRows(path: string): { contacts: number; messages: number } {
  const db = new Database(path, { readonly: true });
  try {
    // `raw` gives each row as an array; a count is a number.
    const count = (table: string) => Number((db.prepare(`SELECT count(*) FROM ${table}`).raw().all() as number[][])[0]?.[0]);
    return { contacts: count("contacts"), messages: count("messages") };
  } finally {
    db.close();
  }
}

/** Flushes the file, so that it is complete even if the power fails after the command has ended. */
function flush(path: string): void {
  const file = openSync(path, "r+");
  fsyncSync(file);
  closeSync(file);
}

/** Removes a database with what SQLite puts beside it. */
function removeDatabase(path: string): void {
  for (const ending of ["", "-wal", "-shm", "-journal", ".lock"]) rmSync(`${path}${ending}`, { force: true });
}
