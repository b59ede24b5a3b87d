import { openDatabase } from "#db/database.ts";
import { readEnv } from "./env.ts";
import { createLogger } from "./logger.ts";
import { failStart, untilStopped } from "./node/until-stopped.ts";
import { databaseOf, serveApi } from "./node.ts";

/** Everything in one process. */
async function main(): Promise<void> {
  const env = readEnv();
  const log = createLogger(env.LOG_LEVEL);
  const database = await openDatabase(databaseOf(env));
  const api = await serveApi(env, database, log);
  console.log(`Rapport listens on ${api.url}\nDocumentation: ${api.url}/docs\nAdmin key: ${api.adminKey}`);
  untilStopped(async () => {
    await api.stop();
    await database.close();
    log.info({}, "stopped");
  });
}

if (import.meta.main) await main().catch(failStart);
