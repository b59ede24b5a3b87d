import { backoff } from "#bots/channels/backoff.ts";
import { trackHealth } from "#bots/channels/health.ts";
import { fail, invalidField } from "#core/errors.ts";
import type { WorkspaceRecord } from "#core/model/staff.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { StaffChat } from "#core/ports/staff-chat.ts";
import type { Directory } from "#core/ports/store.ts";
import { commitStep } from "#core/usecases/commit.ts";
import { openFirstAdmin } from "#core/usecases/staff/open-first-admin.ts";
import { syncEnvironmentWorkspace } from "#core/usecases/staff/sync-environment-workspace.ts";
import { showCard } from "#core/usecases/staff-chat/effects.ts";
import { asCrmError, codeOf, faultOf, logFailure } from "./errors.ts";
import type { SlackCredentials, WorkspacesOptions } from "./options.ts";
import { type Opened, openWorkspace } from "./session.ts";
import type { Door } from "./workspace-client.ts";

/** What is not right with a workspace that we should be in. */
export type WorkspaceFault = { workspaceId: string; agentId: string; since: number; code: string };

/** How often we look which workspaces there are, and whether those that were closed to us are open again. */
const lookMs = 30_000;
const firstLookMs = 1_000;

/** The workspaces of all agents, each open in this process: Slack's library is loaded with the first one. */
export class Workspaces {
  private readonly deps: WorkspacesOptions;
  private readonly staffChat: () => StaffChat;
  private readonly open = new Map<string, Opened>();
  private readonly opening = new Map<string, Promise<Opened | null>>();
  private readonly ended = new AbortController();
  private readonly health;
  private isEnvironmentKept = false;
  private looking: Promise<void> = Promise.resolve();
  private running: Promise<void> | null = null;

  constructor(deps: WorkspacesOptions, staffChat: () => StaffChat) {
    this.deps = deps;
    this.staffChat = staffChat;
    this.health = trackHealth(deps.now);
  }

  /** Does not wait for Slack: without it the rest works. */
  start(): void {
    this.running ??= this.keep();
  }

  async stop(): Promise<void> {
    this.ended.abort();
    await this.running;
    await Promise.all([...this.open.keys()].map((id) => this.close(id)));
  }

  /** The ways out to an agent's workspaces, with their rows as they are now. `door` throws `unavailable` for one that cannot be opened. */
  async doors(ctx: Context): Promise<{ workspace: WorkspaceRecord; door(): Door }[]> {
    const isOurs = this.deps.environment?.agentId === ctx.store.agentId;
    // Whoever has taken the tokens out of the environment has left that workspace.
    const rows = (await ctx.store.staffChat.workspaces()).filter(({ sealed }) => sealed !== null || isOurs);
    const isComing = isOurs && !this.isEnvironmentKept && !rows.some(({ sealed }) => sealed === null);
    if (isComing) fail("unavailable", "the workspace of the environment has not been reached yet");
    const open = await Promise.all(rows.map(async (workspace) => ({ workspace, opened: await this.opened(workspace) })));
    return open.map(({ workspace, opened }) => ({ workspace, door: () => opened?.door ?? fail("unavailable", "the workspace cannot be opened") }));
  }

  /** A call of Slack's, for the workspace of this id, or for the environment's. */
  async hook(id: string | null, request: Request): Promise<Response> {
    const found = [...this.open.values()].find(({ row }) => (id === null ? row.sealed === null : row.id === id));
    if (found?.hook) return found.hook(request);
    // Slack comes again.
    const isComing = id === null && this.deps.environment?.signingSecret !== undefined && !this.isEnvironmentKept;
    return new Response(null, { status: isComing ? 503 : 404 });
  }

  faults(): WorkspaceFault[] {
    const { state, since, detail } = this.health.read();
    const { environment } = this.deps;
    const missing = environment && !this.isEnvironmentKept && state === "disconnected" && detail !== "not started";
    return [
      ...(missing ? [{ workspaceId: "environment", agentId: environment.agentId, since, code: detail ?? "unknown" }] : []),
      ...[...this.open.values()].flatMap((one) => {
        const fault = one.fault();
        return fault ? [{ workspaceId: one.row.id, agentId: one.row.agentId, ...fault }] : [];
      }),
    ];
  }

  /** Opens what has been connected, closes what has been disconnected, and tries what was closed to us. */
  look(): Promise<void> {
    this.looking = this.looking.then(() => this.lookNow());
    return this.looking;
  }

  /** Asks Slack whose token it is. */
  async whose(botToken: string): Promise<{ teamId: string; name: string; botUserId: string }> {
    const { webClient } = await import("./web-client.ts");
    return whoseToken(webClient(botToken, this.deps.apiUrl, this.deps.log)).catch((error: unknown) => {
      const fault = faultOf(error);
      if (fault?.kind === "revoked" || fault?.kind === "refused") throw invalidField("/botToken", `is not taken by Slack: ${fault.code}`);
      throw asCrmError(error);
    });
  }

  private async keep(): Promise<void> {
    for (let failures = 0; !this.ended.signal.aborted; ) {
      try {
        await this.look();
        failures = 0;
      } catch (error) {
        failures++;
        this.looking = Promise.resolve();
        this.deps.log.warn({ code: codeOf(error) }, "the workspaces cannot be looked after");
      }
      await this.deps.wait(failures === 0 && this.isEnvironmentKept ? lookMs : backoff(failures + 1, firstLookMs, lookMs), this.ended.signal);
    }
  }

  private async lookNow(): Promise<void> {
    if (!this.isEnvironmentKept) await this.keepEnvironment();
    const rows = await this.rows();
    const ids = new Set(rows.map(({ id }) => id));
    for (const id of [...this.open.keys()]) if (!ids.has(id)) await this.close(id);
    for (const row of rows) {
      const isNew = !this.open.has(row.id);
      const opened = await this.opened(row);
      const wasClosed = opened ? opened.door.closedBecause !== null : false;
      if (wasClosed) await opened?.door.ask((client) => client.auth.test()).catch(() => {});
      if ((isNew || wasClosed) && opened?.door.closedBecause === null) await logFailure(this.deps.log, () => this.catchUp(row));
    }
  }

  /** What waits for somebody and was not shown while nobody could be shown it. */
  private async catchUp({ agentId }: WorkspaceRecord): Promise<void> {
    const ctx = this.deps.contextFor(agentId);
    const changes = new ChangeSet();
    for (const [kind, undecided] of Object.entries(this.deps.registered.undecided)) {
      for (const { id } of await undecided(ctx)) if ((await ctx.store.staffChat.postsOf(kind, id)).length === 0) showCard(ctx, changes, kind, id);
    }
    await commitStep(ctx, changes);
  }

  private async rows(): Promise<WorkspaceRecord[]> {
    const all: WorkspaceRecord[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<Directory["agents"]>> = await this.deps.directory.agents({ limit: 200, cursor });
      for (const { id } of page.data) all.push(...(await this.deps.directory.store(id).staffChat.workspaces()));
      cursor = page.nextCursor;
    } while (cursor !== null);
    return all;
  }

  /** Which workspace the environment's token is for only Slack can say. */
  private async keepEnvironment(): Promise<void> {
    const { environment, apiUrl, contextFor, log } = this.deps;
    if (environment === null) {
      this.isEnvironmentKept = true;
      return;
    }
    const ctx = contextFor(environment.agentId);
    try {
      const { webClient } = await import("./web-client.ts");
      const client = webClient(environment.botToken, apiUrl, log);
      const team = await whoseToken(client);
      await syncEnvironmentWorkspace(ctx, { ...team, channelId: environment.channelId ?? null });
      if (environment.admin !== undefined) await openFirstAdmin(ctx, { teamId: team.teamId, ...(await personOf(client, environment.admin)) });
      this.isEnvironmentKept = true;
      this.health.become("connected");
    } catch (error) {
      this.health.become("disconnected", codeOf(error));
      log.warn({ code: codeOf(error) }, "the workspace of the environment cannot be reached");
    }
  }

  /** Null: it cannot be opened, which is in the log. */
  private async opened(row: WorkspaceRecord): Promise<Opened | null> {
    const held = this.open.get(row.id);
    if (held && held.row.sealed === row.sealed && held.row.teamId === row.teamId) return held;
    const coming = this.opening.get(row.id) ?? this.openNow(row).finally(() => this.opening.delete(row.id));
    this.opening.set(row.id, coming);
    return coming;
  }

  private async openNow(row: WorkspaceRecord): Promise<Opened | null> {
    if (this.ended.signal.aborted) return null;
    try {
      const credentials = await this.credentialsOf(row);
      if (!credentials) return null;
      await this.close(row.id);
      const opened = await openWorkspace(this.deps, row, credentials, this.staffChat());
      this.open.set(row.id, opened);
      return opened;
    } catch (error) {
      this.deps.log.error({ workspace: row.id, code: codeOf(error) }, "a workspace cannot be opened");
      return null;
    }
  }

  private async credentialsOf({ sealed }: WorkspaceRecord): Promise<SlackCredentials | null> {
    // Sealed by connectWorkspace.
    return sealed === null ? this.deps.environment : (JSON.parse(await this.deps.vault.open(sealed)) as SlackCredentials);
  }

  private async close(id: string): Promise<void> {
    const opened = this.open.get(id);
    this.open.delete(id);
    await opened?.close();
  }
}

async function whoseToken(client: Door["client"]): Promise<{ teamId: string; name: string; botUserId: string }> {
  const { team_id: teamId = "", team: name = "Slack", user_id: botUserId = "" } = await client.auth.test();
  return { teamId, name, botUserId };
}

async function personOf(client: Door["client"], userId: string): Promise<{ userId: string; name: string; email: string | null }> {
  const { user } = await client.users.info({ user: userId });
  return { userId, name: user?.real_name || user?.name || "Admin", email: user?.profile?.email?.toLowerCase() ?? null };
}
