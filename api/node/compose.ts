import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { channelRoster } from "#bots/channels/index.ts";
import { createFetchPublic } from "#bots/public-fetch/fetch-public.ts";
import { staffApp } from "#bots/staff/index.ts";
import { createJobs, type Tuning } from "#core/jobs/background-jobs.ts";
import { type ConfiguredChannel, Connections } from "#core/jobs/connections.ts";
import type { ConnectionRecord, FieldValues } from "#core/model/connection.ts";
import { hasMedia } from "#core/ports/channel.ts";
import type { ChannelDefinition } from "#core/ports/channel-definition.ts";
import type { Context } from "#core/ports/context.ts";
import type { Queue } from "#core/ports/queue.ts";
import type { Vault } from "#core/ports/vault.ts";
import { untilAborted } from "#core/until-aborted.ts";
import { defaultAgentId } from "#core/usecases/agents/open-default-agent.ts";
import { syncEnvironmentConnection } from "#core/usecases/connections/sync-environment-connection.ts";
import { prepareQueue } from "#db/queue/open-queue.ts";
import { contextOf } from "../context.ts";
import { channelVariables, type Env } from "../env.ts";
import type { Logger } from "../logger.ts";
import { openInstallation, openStorage, type Serving, serveApi } from "../node.ts";
import { atMost } from "./at-most.ts";
import { databaseOf } from "./database-of.ts";
import type { Installation } from "./installation.ts";
import { openingQueue } from "./opening-queue.ts";
import { openVault } from "./vault.ts";

/** `working` resolves when jobs are handed out too, and rejects when the queue cannot be opened. */
export type Everything = Omit<Serving, "stop"> & { working: Promise<void>; stop(): Promise<void> };

/** `signal`: the start is to be given up. */
type StartOptions = Tuning & { channels?: readonly ChannelDefinition[]; signal?: AbortSignal };

/** How long requests of Slack may take to end when the process stops. */
const staffStopMs = 1_200;

/** Starts API, channels and jobs in this process. What was started is stopped again when the rest cannot start. */
export async function startEverything(
  env: Env,
  log: Logger,
  { channels = channelRoster, signal, ...tuning }: StartOptions = {},
): Promise<Everything> {
  // The database first: it refuses a second process on the data folder.
  const database = await untilAborted(openStorage(env, log), signal);
  // In the order in which they are stopped: requests of staff end before the jobs that answer them.
  const stops: (() => Promise<unknown>)[] = [() => database.close()];
  const stop = async () => {
    for (const each of stops.splice(0)) await each();
  };
  try {
    const installation = await untilAborted(openInstallation(env, database, log, channels), signal);
    const opening = new AbortController();
    const options = { url: env.QUEUE_URL, dataDir: env.DATA_DIR, logger: log, signal: opening.signal };
    const prepared = await untilAborted(prepareQueue(options), signal);
    const queue = openingQueue(prepared, opening, log);
    stops.unshift(() => queue.stop(0));
    const vault = openVault(installation.secret);
    const { connections, workspaces, jobs, contextFor } = openServices(env, log, installation, { channels, queue, vault, tuning });
    // The port before anything that takes long: a start that fails here has called no platform.
    const serving = await serveApi(env, installation, database, log, { queue, connections, vault, workspaces });
    queue.start();
    // The jobs stop the queue, too.
    stops.unshift(() => Promise.all([serving.stop(), atMost(staffStopMs, workspaces.stop())]), jobs.stop);
    for (const definition of channels) await untilAborted(syncEnvironmentAccount(contextFor(defaultAgentId), env, definition), signal);
    const { working } = await untilAborted(jobs.start(), signal);
    workspaces.start();
    return { ...serving, working, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type ServiceDeps = { channels: readonly ChannelDefinition[]; queue: Queue; vault: Vault; tuning: Tuning };

/** Channels, the chats of staff and the jobs of this process. None is started. */
function openServices(env: Env, log: Logger, { runtime, directory }: Installation, { channels, queue, vault, tuning }: ServiceDeps) {
  // A local file has one process: it takes over at once what the one before it, of the same name, held when it died.
  const isAlone = databaseOf(env).url.startsWith("file:");
  const owner = isAlone ? "the process of this file" : randomUUID();
  const contextFor = (agentId: string) => contextOf(runtime, directory, agentId, { kind: "system", id: "system" });
  const configured = channels.map((definition) => ({ definition, variables: channelVariables(env, definition) }));
  const fetchPublic = createFetchPublic({ allowPrivate: env.ALLOW_PRIVATE_TARGETS === "on" });
  const common = { directory, contextFor, now: runtime.now, wait, fetchPublic, log };
  const connections = new Connections({
    ...common,
    owner,
    pace: tuning.pace,
    ingested: () => tuning.reached?.("ingested"),
    channels: configured,
    credentialsOf: (connection) => credentialsOf(configured, vault, connection),
  });
  const fetchMedia = async (account: Parameters<Connections["channelFor"]>[0], url: string) => {
    const channel = connections.channelFor(account)?.channel;
    return channel && hasMedia(channel) ? channel.fetchMedia(url) : null;
  };
  const { staffChat, workspaces } = staffApp({ ...common, ...slackOf(env), vault, fetchMedia });
  const jobs = createJobs({ ...common, queue, connections, owner, isAlone, tuning, staffChat });
  return { connections, workspaces, jobs, contextFor };
}

/** The workspace of the environment, which is the default agent's; null: there is none. */
function slackOf(env: Env) {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = env;
  const { SLACK_CHANNEL: channelId, SLACK_ADMIN: admin, SLACK_API_URL: apiUrl } = env;
  const environment = botToken === undefined ? null : { agentId: defaultAgentId, botToken, appToken, signingSecret, channelId, admin };
  return { environment, apiUrl };
}

/** The default agent has a connection for the channel exactly while the environment holds its credentials. */
async function syncEnvironmentAccount(ctx: Context, env: Env, definition: ChannelDefinition): Promise<void> {
  const { name, channel, environment } = definition;
  const account = environment.account(channelVariables(env, definition));
  await syncEnvironmentConnection(ctx, { channel, via: name === channel ? null : name }, account !== null);
}

async function credentialsOf(configured: readonly ConfiguredChannel[], vault: Vault, { sealed, channel, via }: ConnectionRecord) {
  // Sealed by connectAccount from what the API has validated.
  if (sealed !== null) return JSON.parse(await vault.open(sealed)) as FieldValues;
  const found = configured.find(({ definition }) => definition.name === (via ?? channel));
  return found ? found.definition.environment.account(found.variables) : null;
}

/** Resolves after ms, or as soon as the signal aborts. */
async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {});
}
