import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A new folder for what the processes of one run share, removed when this process ends. */
export function createRunFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "rapport-run-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The folder of this run, which `vitest.config.ts` has made; a process that runs outside of vitest makes its own. */
export function runFolder(): string {
  process.env.TEST_RUN_FOLDER ??= createRunFolder();
  return process.env.TEST_RUN_FOLDER;
}
