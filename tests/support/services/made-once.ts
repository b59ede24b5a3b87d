import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { runFolder } from "./run-folder.ts";

/** Longer than anything takes to be made, in ms. */
const patienceMs = 120_000;

/** What this process makes at the moment: waiting for a lock holds up the whole process, so it must not wait for its own. */
const underWay = new Map<string, Promise<string>>();

/**
 * The path of a file or folder that all processes of this run share: `make` makes it at the path that it is given, once. Another
 * process that comes meanwhile waits for it without using the processor; when its maker dies or fails, the next one makes it.
 */
export function madeOnce(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const path = join(runFolder(), name);
  const making = underWay.get(path) ?? makeUnlessThere(path, make).finally(() => underWay.delete(path));
  underWay.set(path, making);
  return making;
}

async function makeUnlessThere(path: string, make: (path: string) => Promise<void>): Promise<string> {
  if (existsSync(path)) return path;
  const lock = new Database(`${path}.lock`, { timeout: patienceMs });
  try {
    lock.exec("BEGIN EXCLUSIVE");
    if (existsSync(path)) return path;
    rmSync(`${path}.new`, { recursive: true, force: true });
    await make(`${path}.new`);
    renameSync(`${path}.new`, path);
    return path;
  } finally {
    lock.close();
  }
}
