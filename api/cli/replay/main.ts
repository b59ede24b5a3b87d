import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readEnv } from "#api/env.ts";
import { runCommand } from "#api/node/run-command.ts";
import { type Options, readOptions } from "./options.ts";
import { checkFile, run } from "./run.ts";
import { ReplayError, type Target } from "./server.ts";

/** Loads the server's code only here: feeding a running one needs none of it. */
async function runEmbedded(options: Options): Promise<boolean> {
  const { openEmbedded } = await import("./embedded.ts");
  const folder = options.data ?? mkdtempSync(join(tmpdir(), "rapport-replay-"));
  try {
    const { target, virtual, store, close } = await openEmbedded(folder, options.virtualTime).catch(cannotOpen);
    return await run(options, target, virtual && { time: virtual, source: store }).finally(close);
  } finally {
    if (options.data === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

function cannotOpen(cause: unknown): never {
  throw new ReplayError(cause instanceof Error ? cause.message : String(cause), { cause });
}

/** The running server, as the environment and the options name it. */
function runningServer({ url, key }: Options): Target {
  const env = readEnv([]);
  return { url: url ?? `http://127.0.0.1:${env.PORT}`, key: key ?? env.API_KEY ?? readKey(join(env.DATA_DIR, "admin.key")), answer: fetch };
}

function readKey(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (cause) {
    throw new ReplayError(`no key: ${path} cannot be read; start the server with \`npm start\`, give --key, or add --embedded`, { cause });
  }
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  await checkFile(options.file);
  const isClean = options.embedded ? await runEmbedded(options) : await run(options, runningServer(options));
  if (!isClean) process.exitCode = 1;
}

await runCommand(main, ReplayError);
