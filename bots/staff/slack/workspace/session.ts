import { trackHealth } from "#bots/channels/health.ts";
import { redactedLog } from "#bots/channels/redact.ts";
import type { WorkspaceRecord } from "#core/model/staff.ts";
import type { StaffChat } from "#core/ports/staff-chat.ts";
import type { SlackCredentials, WorkspacesOptions } from "../options.ts";
import type { RunningCalls } from "../running-calls.ts";
import { slackAddresses } from "../slack-addresses.ts";
import { SlackRateLimiter } from "./rate-limiter.ts";
import { SlackWorkspaceClient } from "./workspace-client.ts";

/** A workspace that this process is connected to. */
export type WorkspaceSession = {
  row: WorkspaceRecord;
  client: SlackWorkspaceClient;
  /** Takes Slack's calls over HTTP; null: the workspace has no signing secret. */
  hook: ((request: Request) => Promise<Response>) | null;
  /** What is wrong, since when (ms since 1970); null: nothing. */
  fault(): { since: number; code: string } | null;
  close(): Promise<void>;
};

/** What sessions share. `onReachable` is called when Slack answers again after a failure. */
export type SessionServices = { staffChat: StaffChat; calls: RunningCalls; onReachable(): void };

/** Opens the client, the HTTP endpoint and the socket of a workspace. Slack's library is loaded here and not before. */
export async function openWorkspace(
  deps: WorkspacesOptions,
  row: WorkspaceRecord,
  credentials: SlackCredentials,
  { staffChat, calls, onReachable }: SessionServices,
): Promise<WorkspaceSession> {
  const { botToken, appToken, signingSecret } = credentials;
  const { now, wait, apiUrl, registered, fetchPublic } = deps;
  const addresses = slackAddresses(fetchPublic, apiUrl);
  const log = redactedLog(deps.log, [botToken, appToken ?? "", signingSecret ?? ""]);
  const [{ createStaffApp }, { createHook }, { createSocket }, { webClient }] = await Promise.all([
    import("../app.ts"),
    import("../receiver.ts"),
    import("../socket.ts"),
    import("../web-client.ts"),
  ]);
  const ctx = deps.contextFor(row.agentId);
  const web = webClient(botToken, apiUrl, log);
  const client = new SlackWorkspaceClient(ctx, row, { web, addresses, limiter: new SlackRateLimiter(now, wait), wait, onReachable, log });
  const workspace = async () => (await ctx.store.staffChat.findWorkspace(row.id)) ?? row;
  const checkToken = async () => void (await client.call((web) => web.auth.test()));
  const identity = { teamId: row.teamId, botUserId: row.botUserId, botId: undefined };
  const handle = createStaffApp({
    workspaceContext: { ctx, workspace, staffChat, addresses, calls, log },
    client: web,
    identity,
    checkToken,
    registered,
  });
  const health = trackHealth(now);
  const socket = appToken === undefined ? null : createSocket({ appToken, apiUrl, handle, now, wait, health, log });
  socket?.start();
  const openedAt = now();
  return {
    row,
    client,
    hook: signingSecret === undefined ? null : createHook({ signingSecret, handle, now, log }),
    fault: () => {
      if (client.revokedBecause !== null) return { since: openedAt, code: client.revokedBecause };
      const { state, since, detail } = health.read();
      return socket && (state === "disconnected" || state === "unauthorized") ? { since, code: detail ?? state } : null;
    },
    close: async () => {
      await client.close();
      await socket?.stop();
    },
  };
}
