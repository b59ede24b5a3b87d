import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultAgentId, openDefaultAgent } from "#core/usecases/agents/open-default-agent.ts";
import { sweepContacts } from "#core/usecases/contacts/sweep-contacts.ts";
import { openDatabase } from "#db/database.ts";
import { createApp } from "../app.ts";
import { contextOf, systemRuntime } from "../context.ts";
import { sha256 } from "../digest.ts";
import { EnvError, readEnv } from "../env.ts";
import { silentLogger } from "../logger.ts";
import { secretFile } from "../node/secret-file.ts";
import { type Options, readOptions } from "./options.ts";
import { checkFile, run } from "./run.ts";
import { ReplayError, type Target } from "./server.ts";
import { type VirtualTime, virtualTime } from "./virtual-time.ts";

export type Embedded = { target: Target; virtual: VirtualTime | undefined; close(): Promise<void> };

/** A server inside this process, over a folder of its own. In virtual time the records drive its clock. */
export async function openEmbedded(folder: string, isVirtual: boolean): Promise<Embedded> {
  const database = await openDatabase({ url: `file:${join(folder, "rapport.db")}` });
  const virtual = isVirtual ? virtualTime(() => sweep()) : undefined;
  const runtime = systemRuntime(virtual?.now);
  const context = contextOf(runtime, database.directory, defaultAgentId, { kind: "system", id: "replay" });
  const sweep = async () => void (await sweepContacts(context, { limit: Number.MAX_SAFE_INTEGER }));

  const { secret: key } = secretFile(folder, "admin.key");
  const { secret } = secretFile(folder, "secret.key");
  await openDefaultAgent(context, { keyHash: await sha256(key) });
  const app = createApp({ directory: database.directory, ready: async () => true, runtime, log: silentLogger, secret });
  const target = { url: "http://embedded", key, answer: async (request: Request) => app.fetch(request) };
  return { target, virtual, close: () => database.close() };
}

async function runEmbedded(options: Options): Promise<boolean> {
  const folder = options.data ?? mkdtempSync(join(tmpdir(), "rapport-replay-"));
  try {
    const { target, virtual, close } = await openEmbedded(folder, options.virtualTime);
    return await run(options, target, virtual).finally(close);
  } finally {
    if (options.data === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** The running server, as the environment and the options name it. */
function runningServer({ url, key }: Options): Target {
  const env = readEnv();
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

if (import.meta.main) {
  await main().catch((error: unknown) => {
    console.error(error instanceof ReplayError || error instanceof EnvError ? error.message : error);
    process.exitCode = 1;
  });
}
