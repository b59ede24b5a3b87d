import { channelRoster } from "#bots/channels/index.ts";
import type { CrmError } from "#core/errors.ts";
import type { ChannelDefinition } from "#core/ports/channel-definition.ts";
import { type SetupTask, setupTasks } from "#core/rules/settings/setup-tasks.ts";
import { untilAborted } from "#core/until-aborted.ts";
import { defaultAgentId } from "#core/usecases/agents/open-default-agent.ts";
import { type Database, openDatabase } from "#db/database.ts";
import type { BackgroundServices } from "./background.ts";
import { type Env, readEnv } from "./env.ts";
import { createLogger, type Logger } from "./logger.ts";
import { databaseOf } from "./node/database-of.ts";
import { docsFile } from "./node/docs-files.ts";
import { appOf, type Installation, makeInstallation } from "./node/installation.ts";
import { filesOfOwner, secretFile } from "./node/secret-file.ts";
import { openSecretKey } from "./node/secret-key.ts";
import { listen } from "./node/server.ts";
import { failStart, runUntilStopped } from "./node/until-stopped.ts";

type Storage = Pick<Database, "directory" | "widenedKeys" | "secretKey" | "ready">;

/** `todo`: what the default agent's settings do not say yet. */
export type Serving = { url: string; adminKey: string; todo(): Promise<SetupTask[]>; stop(): Promise<void> };

/** Makes secrets and the default agent on the first start. */
export async function openInstallation(
  env: Env,
  { directory, widenedKeys, secretKey }: Storage,
  log: Logger,
  channels: readonly ChannelDefinition[],
): Promise<Installation> {
  if (widenedKeys > 0) {
    log.warn(
      { keys: widenedKeys },
      "keys with the scope write may go on connecting accounts and changing settings: new ones need channels and settings",
    );
  }
  const admin = env.API_KEY === undefined ? secretFile(env.DATA_DIR, "admin.key") : { secret: env.API_KEY, path: "the API_KEY of the environment" };
  const secret = await openSecretKey(env, secretKey);
  return makeInstallation({ directory, admin, secret, channels });
}

/** The API on an open database; `background` are the services that run beside it. */
export async function serveApi(
  env: Env,
  installation: Installation,
  storage: Storage,
  log: Logger,
  background?: BackgroundServices,
): Promise<Serving> {
  const { directory, adminKey } = installation;
  const todo = async () => setupTasks((await directory.store(defaultAgentId).settings.current()).document, machineZone());
  const app = appOf(installation, {
    ready: () => storage.ready(),
    todo,
    log,
    metricsToken: env.METRICS_TOKEN,
    docs: docsFile,
    background,
  });
  const { url, stop } = await listen(app.fetch, { host: env.HOST, port: env.PORT });
  return { url, adminKey, todo, stop };
}

/** The zone that the machine is set to; null: UTC, which is the default of machines that nobody has configured. */
function machineZone(): string | null {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return /^(Etc\/)?(UTC|GMT|UCT|Zulu|Universal)$/i.test(timeZone) ? null : timeZone;
}

/** What a local file holds of the disk for opt-outs and deletions: more than its log, which must go into the file first. */
const reserveBytes = 24 << 20;

/** Opens the database of the environment; the log tells when it stops working, what to do, and when it works again. */
export async function openStorage(env: Env, log: Logger): Promise<Database> {
  const onOutage = (outage: CrmError | null): void => {
    if (outage === null) log.info({ part: "database" }, "the database works again");
    else log.error({ part: "database", cause: outage.details.cause }, outage.message);
  };
  const onUpgrade = () => log.info({ part: "database" }, "the database of an earlier version is brought up to date; stopping is safe");
  return openDatabase({ ...databaseOf(env), reserveBytes, onOutage, onUpgrade });
}

async function main(): Promise<void> {
  process.umask(filesOfOwner);
  const env = readEnv(channelRoster);
  const log = createLogger(env.LOG_LEVEL);
  const serving = await runUntilStopped((signal) => startApi(env, log, signal));
  if (serving) log.info({ url: serving.url }, "the API is listening");
}

async function startApi(env: Env, log: Logger, signal: AbortSignal): Promise<Serving> {
  const database = await untilAborted(openStorage(env, log), signal);
  try {
    const installation = await untilAborted(openInstallation(env, database, log, channelRoster), signal);
    const serving = await serveApi(env, installation, database, log);
    const stop = async () => {
      await serving.stop();
      await database.close();
    };
    return { ...serving, stop };
  } catch (error) {
    await database.close();
    throw error;
  }
}

if (import.meta.main) await main().catch(failStart);
