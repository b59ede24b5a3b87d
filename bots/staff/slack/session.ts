import { trackHealth } from "#bots/channels/health.ts";
import { redactedLog } from "#bots/channels/redact.ts";
import type { WorkspaceRecord } from "#core/model/staff.ts";
import type { StaffChat } from "#core/ports/staff-chat.ts";
import type { SlackCredentials, WorkspacesOptions } from "./options.ts";
import { SlackPace } from "./pacing.ts";
import { Door } from "./workspace-client.ts";

/** A workspace that this process is in. */
export type Opened = {
  row: WorkspaceRecord;
  door: Door;
  hook: ((request: Request) => Promise<Response>) | null;
  fault(): { since: number; code: string } | null;
  close(): Promise<void>;
};

/** Opens both ways of a workspace. Slack's library is loaded here and not before. */
export async function openWorkspace(
  deps: WorkspacesOptions,
  row: WorkspaceRecord,
  credentials: SlackCredentials,
  staffChat: StaffChat,
): Promise<Opened> {
  const { botToken, appToken, signingSecret } = credentials;
  const { now, wait, apiUrl, registered } = deps;
  const log = redactedLog(deps.log, [botToken, appToken ?? "", signingSecret ?? ""]);
  const [{ createStaffApp }, { createHook }, { createSocket }, { webClient }] = await Promise.all([
    import("./app.ts"),
    import("./receiver.ts"),
    import("./socket.ts"),
    import("./web-client.ts"),
  ]);
  const ctx = deps.contextFor(row.agentId);
  const client = webClient(botToken, apiUrl, log);
  const door = new Door(ctx, row, client, new SlackPace(now, wait), log);
  const workspace = async () => (await ctx.store.staffChat.findWorkspace(row.id)) ?? row;
  const knock = async () => void (await door.ask((slack) => slack.auth.test()));
  const identity = { teamId: row.teamId, botUserId: row.botUserId, botId: undefined };
  const take = createStaffApp({ office: { ctx, workspace, staffChat, log }, client, identity, knock, registered });
  const health = trackHealth(now);
  const socket = appToken === undefined ? null : createSocket({ appToken, apiUrl, take, now, wait, health, log });
  socket?.start();
  const openedAt = now();
  return {
    row,
    door,
    hook: signingSecret === undefined ? null : createHook({ signingSecret, take, now, log }),
    fault: () => {
      if (door.closedBecause !== null) return { since: openedAt, code: door.closedBecause };
      const { state, since, detail } = health.read();
      return socket && (state === "disconnected" || state === "unauthorized") ? { since, code: detail ?? state } : null;
    },
    close: async () => {
      door.close();
      await socket?.stop();
    },
  };
}
