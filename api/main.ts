import { readEnv } from "./env.ts";
import { createLogger } from "./logger.ts";
import { startEverything } from "./node/compose.ts";
import { failStart, untilStopped } from "./node/until-stopped.ts";

/** Everything in one process. */
async function main(): Promise<void> {
  const env = readEnv();
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

if (import.meta.main) await main().catch(failStart);
