import { untilAborted } from "#core/until-aborted.ts";
import { errorName } from "./outage.ts";
import { jobTable, schema } from "./pg-boss.ts";
import type { PgBossClient, QueueBackend, QueueOptions } from "./types.ts";

/** Starts pg-boss, which creates or migrates its tables. The library is loaded here, so that only a process with a queue pays for it. */
export async function startPgBoss(
  { connection }: QueueBackend,
  options: Pick<QueueOptions, "clock" | "signal"> & Pick<PgBossClient, "log">,
): Promise<PgBossClient> {
  const { PgBoss, systemClock } = await import("pg-boss");
  const { log, clock = systemClock, signal } = options;
  const boss = new PgBoss({
    ...connection,
    schema,
    clock,
    application_name: "rapport",
    registerInstance: false,
    openTelemetry: { enabled: false },
    // Flows are not used.
    flowIntervalSeconds: 3_600,
    warningQueueSize: 1_000_000,
  });
  boss.on("error", (error) => log.warn({ error: errorName(error) }, `queue: ${error.message}`));
  boss.on("warning", ({ message }) => log.warn({}, `queue: ${message}`));
  try {
    await untilAborted(boss.start(), signal);
    const run: PgBossClient["run"] = async (text, values) => (await boss.getDb().executeSql(text, values)).rows;
    await run(`CREATE INDEX IF NOT EXISTS rapport_failed ON ${jobTable} (group_id, completed_on DESC, id DESC) WHERE state = 'failed'`);
    return { boss, clock, log, run };
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => {});
    throw error;
  }
}
