import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { openChannel } from "#bots/channels/index.ts";
import { staffApp } from "#bots/staff/index.ts";
import type { Workspaces } from "#bots/staff/workspaces.ts";
import { type BackgroundJobs, startJobs, type Tuning } from "#core/jobs/start-jobs.ts";
import type { ConnectionRecord } from "#core/model/connection.ts";
import { type Channel, hasMedia } from "#core/ports/channel.ts";
import type { Queue } from "#core/ports/queue.ts";
import type { StaffChat } from "#core/ports/staff-chat.ts";
import type { Vault } from "#core/ports/vault.ts";
import { defaultAgentId } from "#core/usecases/agents/open-default-agent.ts";
import { syncEnvironmentConnection } from "#core/usecases/connections/sync-environment-connection.ts";
import { openDatabase } from "#db/database.ts";
import { openQueue } from "#db/queue/open-queue.ts";
import { contextOf } from "../context.ts";
import type { Env } from "../env.ts";
import type { Logger } from "../logger.ts";
import { databaseOf, type Installation, openInstallation, type Serving, serveApi } from "../node.ts";
import { openingQueue } from "./opening-queue.ts";
import { openVault } from "./vault.ts";

/** `working` resolves when jobs are handed out too, and rejects when the queue cannot be opened. */
export type Everything = Pick<Serving, "url" | "adminKey"> & { working: Promise<void>; stop(): Promise<void> };

/** Starts API, channels and jobs in this process. */
export async function startEverything(env: Env, log: Logger, tuning: Tuning = {}): Promise<Everything> {
  // The database first: it refuses a second process on the data folder.
  const database = await openDatabase(databaseOf(env));
  const queue = openingQueue(openQueue({ url: env.QUEUE_URL, dataDir: env.DATA_DIR, logger: log }));
  try {
    const installation = await openInstallation(env, database);
    const vault = openVault(installation.secret);
    const held: { jobs: BackgroundJobs | null } = { jobs: null };
    const { staffChat, workspaces } = openStaff(env, log, installation, vault, held);
    const jobs = await startWork(env, log, installation, queue, vault, { tuning, staffChat });
    held.jobs = jobs;
    workspaces.start();
    const serving = await serveApi(env, installation, database, log, { queue, connections: jobs.connections, vault, workspaces });
    return {
      url: serving.url,
      adminKey: serving.adminKey,
      working: jobs.working,
      stop: async () => {
        await serving.stop();
        // What its people have asked for ends before what carries it out does.
        await workspaces.stop();
        await jobs.stop();
        await database.close();
      },
    };
  } catch (error) {
    await queue.stop(0);
    await database.close();
    throw error;
  }
}

/** Costs nothing until a workspace is connected. */
function openStaff(
  env: Env,
  log: Logger,
  { runtime, directory }: Installation,
  vault: Vault,
  held: { jobs: BackgroundJobs | null },
): { staffChat: StaffChat; workspaces: Workspaces } {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = env;
  const { SLACK_CHANNEL: channelId, SLACK_ADMIN: admin, SLACK_API_URL: apiUrl } = env;
  const environment = botToken === undefined ? null : { agentId: defaultAgentId, botToken, appToken, signingSecret, channelId, admin };
  const contextFor = (agentId: string) => contextOf(runtime, directory, agentId, { kind: "system", id: "system" });
  const fetchMedia = async (account: Parameters<BackgroundJobs["connections"]["channelFor"]>[0], url: string) => {
    const channel = held.jobs?.connections.channelFor(account)?.channel;
    return channel && hasMedia(channel) ? channel.fetchMedia(url) : null;
  };
  return staffApp({ directory, contextFor, vault, environment, apiUrl, fetchMedia, now: runtime.now, wait, log });
}

type Moving = { tuning: Tuning; staffChat: StaffChat };

async function startWork(
  env: Env,
  log: Logger,
  { runtime, directory }: Installation,
  queue: Queue,
  vault: Vault,
  { tuning, staffChat }: Moving,
): Promise<BackgroundJobs> {
  // A local file has one process: it takes over at once what the one before it, of the same name, held when it died.
  const isAlone = databaseOf(env).url.startsWith("file:");
  const owner = isAlone ? "the process of this file" : randomUUID();
  const contextFor = (agentId: string) => contextOf(runtime, directory, agentId, { kind: "system", id: "system" });
  await syncEnvironmentConnection(contextFor(defaultAgentId), "telegram", env.TELEGRAM_BOT_TOKEN !== undefined);
  return startJobs({
    queue,
    directory,
    contextFor,
    owner,
    isAlone,
    tuning,
    staffChat,
    now: runtime.now,
    wait,
    log,
    open: (connection, onPoison) => openTelegram(env, log, runtime.now, vault, connection, onPoison),
  });
}

async function openTelegram(
  env: Env,
  log: Logger,
  now: () => number,
  vault: Vault,
  connection: ConnectionRecord,
  onPoison: (update: unknown, code: string) => Promise<void>,
): Promise<Channel> {
  const { token, webhookSecret } = await credentialsOf(env, vault, connection);
  return openChannel.telegram({
    token,
    account: connection.account,
    apiRoot: env.TELEGRAM_API_ROOT,
    webhook: webhookSecret === undefined ? undefined : { secret: webhookSecret },
    now,
    wait,
    onPoison,
    log,
  });
}

async function credentialsOf(env: Env, vault: Vault, { sealed }: ConnectionRecord): Promise<{ token: string; webhookSecret?: string | undefined }> {
  // Sealed by connectAccount from what the API has validated.
  if (sealed !== null) return JSON.parse(await vault.open(sealed)) as { token: string; webhookSecret?: string };
  return { token: env.TELEGRAM_BOT_TOKEN ?? "", webhookSecret: env.TELEGRAM_WEBHOOK_SECRET };
}

/** Resolves after ms, or as soon as the signal aborts. */
async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {});
}
