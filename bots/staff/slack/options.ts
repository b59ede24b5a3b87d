import type { ChannelLog } from "#core/ports/channel-options.ts";
import type { Context } from "#core/ports/context.ts";
import type { FetchPublic } from "#core/ports/fetch-public.ts";
import type { Directory } from "#core/ports/store.ts";
import type { Vault } from "#core/ports/vault.ts";
import type { Wait } from "#core/ports/wait.ts";
import type { RegisteredFeatures } from "./feature.ts";
import type { FetchMedia } from "./threads/thread-files.ts";

/** Credentials of a workspace: the bot token, and an app token (socket), a signing secret (HTTP) or both. */
export type SlackCredentials = { botToken: string; appToken?: string | undefined; signingSecret?: string | undefined };

/** What the environment says: its workspace is the default agent's. */
export type SlackEnvironment = SlackCredentials & { agentId: string; channelId?: string | undefined; admin?: string | undefined };

export type StaffOptions = {
  directory: Directory;
  /** As the system. */
  contextFor(agentId: string): Context;
  vault: Vault;
  environment: SlackEnvironment | null;
  /** Another Slack than Slack's own. */
  apiUrl?: string | undefined;
  now(): number;
  wait: Wait;
  fetchPublic: FetchPublic;
  log: ChannelLog;
  /** Customers' files, for the threads of their conversations; without it they are only named. */
  fetchMedia?: FetchMedia | undefined;
};

export type WorkspacesOptions = StaffOptions & { registered: RegisteredFeatures };
