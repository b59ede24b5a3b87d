import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { runFolder } from "./run-folder.ts";

/** Longer than anything takes to be made, in ms. */
const patienceMs = 120_000;

/**
 * The path of a file or folder that all processes of this run share: `make` makes it at the path that it is given, once. Whoever
 * comes meanwhile waits for it without using the processor; when its maker dies, the next one makes it.
 */
export async function madeOnce(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const path = join(runFolder(), name);
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
