import { existsSync } from "node:fs";
import { EnvError } from "../env.ts";
import { filesOfOwner } from "./secret-file.ts";

/**
 * Runs a command of the terminal, with the variables of .env beside those of its environment. Errors of these kinds are in
 * words for the person at the terminal: they become one line, others are shown whole. The exit code is 1 for both. Files that it
 * writes are readable by their owner alone.
 */
export async function runCommand(main: () => Promise<void>, ...kinds: readonly (new (...args: never[]) => Error)[]): Promise<void> {
  process.umask(filesOfOwner);
  try {
    if (existsSync(".env")) process.loadEnvFile(".env");
    await main();
  } catch (error) {
    const isInWords = [EnvError, ...kinds].some((kind) => error instanceof kind);
    console.error(isInWords && error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
