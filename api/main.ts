import { readEnv } from "./env.ts";
import { createLogger } from "./logger.ts";
import { startEverything } from "./node/compose.ts";
import { failStart, untilStopped } from "./node/until-stopped.ts";

/** Everything in one process. */
async function main(): Promise<void> {
  const env = readEnv();
  const log = createLogger(env.LOG_LEVEL);
  const { url, adminKey, working, stop } = await startEverything(env, log);
  console.log(`Rapport listens on ${url}\nDocumentation: ${url}/docs\nAdmin key: ${adminKey}`);
  untilStopped(async () => {
    await stop();
    log.info({}, "stopped");
  });
  await working;
}

if (import.meta.main) await main().catch(failStart);
