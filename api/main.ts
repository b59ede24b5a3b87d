import { channelRoster } from "#bots/channels/index.ts";
import { readEnv } from "./env.ts";
import { createLogger } from "./logger.ts";
import { startEverything } from "./node/compose.ts";
import { folderTasks } from "./node/folder-tasks.ts";
import { filesOfOwner } from "./node/secret-file.ts";
import { failStart, runUntilStopped } from "./node/until-stopped.ts";

/** Starts everything in one process, and ends the process with 1 and one line when that fails. `start.js` calls it on a Node that fits. */
export function startServer(): Promise<void> {
  return run().catch(failStart);
}

async function run(): Promise<void> {
  process.umask(filesOfOwner);
  const env = readEnv(channelRoster);
  const log = createLogger(env.LOG_LEVEL);
  const onStopped = () => log.info({}, "stopped");
  const started = await runUntilStopped((signal) => startEverything(env, log, { signal }), onStopped);
  if (started === null) return;
  console.log(`Rapport listens on ${started.url}\nDocumentation: ${started.url}/docs\nAdmin key: ${started.adminKey}`);
  for (const line of folderTasks(env.DATA_DIR)) console.log(`To do: ${line}`);
  for (const { pointer, detail } of await started.todo()) console.log(`To do: settings ${pointer} ${detail}`);
  await started.working;
}

if (import.meta.main) await startServer();
