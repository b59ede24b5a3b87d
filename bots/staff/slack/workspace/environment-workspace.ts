import { trackHealth } from "#bots/channels/health.ts";
import { openFirstAdmin } from "#core/usecases/staff/open-first-admin.ts";
import { syncEnvironmentWorkspace } from "#core/usecases/staff/sync-environment-workspace.ts";
import { codeOf } from "../errors.ts";
import type { WebClient } from "../feature.ts";
import type { WorkspacesOptions } from "../options.ts";

type EnvironmentDeps = Pick<WorkspacesOptions, "environment" | "apiUrl" | "contextFor" | "log" | "now">;

/** The workspace whose tokens are in the environment. Which one it is only Slack can say, so it is asked until it answers. */
export class EnvironmentWorkspaceSync {
  private readonly deps: EnvironmentDeps;
  private readonly health;
  private hasRow: boolean;

  constructor(deps: EnvironmentDeps) {
    this.deps = deps;
    this.health = trackHealth(deps.now);
    this.hasRow = deps.environment === null;
  }

  /** True: its row is in the store, or the environment names no workspace. */
  get isSynced(): boolean {
    return this.hasRow;
  }

  /** Whether the environment names a workspace of this agent. */
  isOf(agentId: string): boolean {
    return this.deps.environment?.agentId === agentId;
  }

  /** Writes its row and its first admin, once. A failure is logged, and the next call tries again. */
  async sync(): Promise<void> {
    const { environment, apiUrl, contextFor, log } = this.deps;
    if (environment === null || this.hasRow) return;
    const ctx = contextFor(environment.agentId);
    try {
      const { webClient } = await import("../web-client.ts");
      const client = webClient(environment.botToken, apiUrl, log);
      const team = await ownerOfToken(client);
      await syncEnvironmentWorkspace(ctx, { ...team, channelId: environment.channelId ?? null });
      if (environment.admin !== undefined) await openFirstAdmin(ctx, { teamId: team.teamId, ...(await personOf(client, environment.admin)) });
      this.hasRow = true;
      this.health.become("connected");
    } catch (error) {
      this.health.become("disconnected", codeOf(error));
      log.warn({ code: codeOf(error) }, "the workspace of the environment cannot be reached");
    }
  }

  /** Why it has no row yet, since when (ms since 1970); null: nothing is wrong, or it has not been tried. */
  fault(): { agentId: string; since: number; code: string } | null {
    const { environment } = this.deps;
    const { state, since, detail } = this.health.read();
    if (environment === null || this.hasRow || state !== "disconnected" || detail === "not started") return null;
    return { agentId: environment.agentId, since, code: detail ?? "unknown" };
  }
}

/** The team and the bot user that a client's token belongs to. Rejects as `auth.test` does. */
export async function ownerOfToken(client: WebClient): Promise<{ teamId: string; name: string; botUserId: string }> {
  const { team_id: teamId = "", team: name = "Slack", user_id: botUserId = "" } = await client.auth.test();
  return { teamId, name, botUserId };
}

async function personOf(client: WebClient, userId: string): Promise<{ userId: string; name: string; email: string | null }> {
  const { user } = await client.users.info({ user: userId });
  return { userId, name: user?.real_name || user?.name || "Admin", email: user?.profile?.email?.toLowerCase() ?? null };
}
