import { channelRoster } from "#bots/channels/index.ts";
import { readEnv } from "./env.ts";
import { createLogger } from "./logger.ts";
import { startEverything } from "./node/compose.ts";
import { failStart, untilStopped } from "./node/until-stopped.ts";

/** Starts everything in one process, and ends the process with 1 and one line when that fails. `start.js` calls it on a Node that fits. */
export function startServer(): Promise<void> {
  return run().catch(failStart);
}

async function run(): Promise<void> {
  const env = readEnv(channelRoster);
  const log = createLogger(env.LOG_LEVEL);
  const { url, adminKey, working, stop } = await startEverything(env, log);
  let isStopping = false;
  untilStopped(async () => {
    isStopping = true;
    await stop();
    log.info({}, "stopped");
  });
  // Only now: whoever reads this may ask it to stop at once.
  console.log(`Rapport listens on ${url}\nDocumentation: ${url}/docs\nAdmin key: ${adminKey}`);
  // A queue that is stopped while it is being opened hands out no jobs, and that is no failure.
  await working.catch((error: unknown) => {
    if (!isStopping) throw error;
  });
}

if (import.meta.main) await startServer();
