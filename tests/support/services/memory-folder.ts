import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";

/** A file system in memory, on Linux. */
const memory = "/dev/shm";
/** Ten times what the whole suite keeps at once, in bytes. */
const roomy = 2 * 2 ** 30;

/**
 * A folder in memory for the temporary files of this process and of those that it starts, removed when it ends; undefined where
 * the machine has no such place or too little of it. The many small commits of the tests wait for no disk there: what survives
 * a loss of power is not what they test.
 */
export function memoryFolder(): string | undefined {
  if (!existsSync(memory)) return undefined;
  const { bavail, bsize } = statfsSync(memory);
  if (bavail * bsize < roomy) return undefined;
  const folder = mkdtempSync(`${memory}/rapport-tests-`);
  // PostgreSQL runs as another user, who has to pass through.
  chmodSync(folder, 0o711);
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
