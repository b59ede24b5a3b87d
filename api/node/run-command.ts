import { BackupError } from "#db/backup/contents.ts";
import { EnvError } from "../env.ts";
import { filesOfOwner } from "./secret-file.ts";

/** Runs a command of the terminal; what the person can mend is one line, and the exit code is 1. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  process.umask(filesOfOwner);
  try {
    await main();
  } catch (error) {
    console.error(error instanceof BackupError || error instanceof EnvError ? error.message : error);
    process.exitCode = 1;
  }
}
