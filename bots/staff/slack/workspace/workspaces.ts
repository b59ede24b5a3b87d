import { backoff } from "#bots/channels/backoff.ts";
import { fail, invalidField } from "#core/errors.ts";
import { lostCredentials } from "#core/model/connection.ts";
import type { WorkspaceRecord } from "#core/model/staff.ts";
import type { Context } from "#core/ports/context.ts";
import type { StaffChat } from "#core/ports/staff-chat.ts";
import type { Directory } from "#core/ports/store.ts";
import { asCrmError, codeOf, faultOf, logFailure } from "../errors.ts";
import type { SlackCredentials, WorkspacesOptions } from "../options.ts";
import { showMissingCards } from "../posts.ts";
import { RunningCalls } from "../running-calls.ts";
import { EnvironmentWorkspaceSync, ownerOfToken } from "./environment-workspace.ts";
import { openWorkspace, type WorkspaceSession } from "./session.ts";
import type { SlackWorkspaceClient } from "./workspace-client.ts";

/** What is wrong with a workspace that this process should be connected to. */
export type WorkspaceFault = { workspaceId: string; agentId: string; since: number; code: string };

/** How often the list of workspaces is read again, and revoked tokens are tried again. */
const refreshMs = 30_000;
const firstRetryMs = 1_000;

/** The workspaces of all agents, each with a session in this process: Slack's library is loaded with the first one. */
export class Workspaces {
  /** The calls of people that this process is handling. */
  readonly calls: RunningCalls;
  private readonly deps: WorkspacesOptions;
  private readonly staffChat: () => StaffChat;
  private readonly sessions = new Map<string, WorkspaceSession>();
  private readonly opening = new Map<string, Promise<WorkspaceSession | null>>();
  /** Workspaces whose tokens are lost: they are to be connected again. */
  private lost: readonly WorkspaceRecord[] = [];
  private readonly ended = new AbortController();
  private readonly environment: EnvironmentWorkspaceSync;
  private refreshing: Promise<void> = Promise.resolve();
  private running: Promise<void> | null = null;
  private reachable = () => {};

  constructor(deps: WorkspacesOptions, staffChat: () => StaffChat) {
    this.deps = deps;
    this.staffChat = staffChat;
    this.calls = new RunningCalls();
    this.environment = new EnvironmentWorkspaceSync(deps);
  }

  /** Does not wait for Slack: without it the rest works. */
  start(): void {
    this.running ??= this.runLoop();
  }

  async stop(): Promise<void> {
    this.ended.abort();
    await this.running;
    await Promise.all([...this.sessions.keys()].map((id) => this.close(id)));
  }

  /** Calls back when Slack answers again after a failure, and when a workspace has been opened. */
  onReachable(listener: () => void): void {
    this.reachable = listener;
  }

  /** An agent's workspaces, with their rows as they are now. `client` throws `unavailable` for one that cannot be opened. */
  async clientsOf(ctx: Context): Promise<{ workspace: WorkspaceRecord; client(): SlackWorkspaceClient }[]> {
    const isOfEnvironment = this.environment.isOf(ctx.store.agentId);
    // When the tokens are taken out of the environment, its row stays and must not be used.
    const rows = (await ctx.store.staffChat.workspaces()).filter(({ sealed }) => sealed !== null || isOfEnvironment);
    const isMissing = isOfEnvironment && !this.environment.isSynced && !rows.some(({ sealed }) => sealed === null);
    if (isMissing) fail("unavailable", "the workspace of the environment has not been reached yet");
    const opened = await Promise.all(rows.map(async (workspace) => ({ workspace, session: await this.sessionOf(workspace) })));
    return opened.map(({ workspace, session }) => ({
      workspace,
      client: () => session?.client ?? fail("unavailable", "the workspace cannot be opened"),
    }));
  }

  /** A call of Slack's over HTTP, for the workspace of this id; null: for the environment's. */
  async hook(id: string | null, request: Request): Promise<Response> {
    const found = [...this.sessions.values()].find(({ row }) => (id === null ? row.sealed === null : row.id === id));
    if (found?.hook) return found.hook(request);
    // After a 503 Slack repeats the call, and by then the workspace may be open.
    const isOpening = id === null && this.deps.environment?.signingSecret !== undefined && !this.environment.isSynced;
    return new Response(null, { status: isOpening ? 503 : 404 });
  }

  faults(): WorkspaceFault[] {
    const missing = this.environment.fault();
    return [
      ...(missing ? [{ workspaceId: "environment", ...missing }] : []),
      ...this.lost.map(({ id, agentId, brokenSince, updatedAt }) => ({
        workspaceId: id,
        agentId,
        since: brokenSince ?? updatedAt,
        code: "secret_key_lost",
      })),
      ...[...this.sessions.values()].flatMap((one) => {
        const fault = one.fault();
        return fault ? [{ workspaceId: one.row.id, agentId: one.row.agentId, ...fault }] : [];
      }),
    ];
  }

  /** How many workspaces are open here, and whether the one of the environment is still to be reached for the first time. */
  count(): { open: number; starting: number } {
    const isOpening = this.deps.environment !== null && !this.environment.isSynced;
    return { open: this.sessions.size, starting: this.opening.size + (isOpening ? 1 : 0) };
  }

  /** Opens what has been connected, closes what has been disconnected, and tries revoked tokens again. */
  refresh(): Promise<void> {
    this.refreshing = this.refreshing.then(() => this.refreshNow());
    return this.refreshing;
  }

  /** The team and bot user of a token. Throws `invalid` when Slack refuses it, `unavailable` when Slack cannot be reached. */
  async whose(botToken: string): Promise<{ teamId: string; name: string; botUserId: string }> {
    const { webClient } = await import("../web-client.ts");
    return ownerOfToken(webClient(botToken, this.deps.apiUrl, this.deps.log)).catch((error: unknown) => {
      const fault = faultOf(error);
      if (fault?.kind === "revoked" || fault?.kind === "refused") throw invalidField("/botToken", `is not taken by Slack: ${fault.code}`);
      throw asCrmError(error);
    });
  }

  private async runLoop(): Promise<void> {
    for (let failures = 0; !this.ended.signal.aborted; ) {
      try {
        await this.refresh();
        failures = 0;
      } catch (error) {
        failures++;
        this.refreshing = Promise.resolve();
        this.deps.log.warn({ code: codeOf(error) }, "the list of workspaces cannot be read");
      }
      await this.deps.wait(
        failures === 0 && this.environment.isSynced ? refreshMs : backoff(failures + 1, firstRetryMs, refreshMs),
        this.ended.signal,
      );
    }
  }

  private async refreshNow(): Promise<void> {
    const { contextFor, registered, log } = this.deps;
    await this.environment.sync();
    const all = await this.rows();
    this.lost = all.filter(({ sealed }) => sealed === lostCredentials);
    const rows = all.filter(({ sealed }) => sealed !== lostCredentials);
    const ids = new Set(rows.map(({ id }) => id));
    for (const id of [...this.sessions.keys()]) if (!ids.has(id)) await this.close(id);
    for (const row of rows) {
      const before = this.sessions.get(row.id);
      const session = await this.sessionOf(row);
      const client = session?.client;
      const isNew = session !== null && session !== before;
      const wasRevoked = client !== undefined && client.revokedBecause !== null;
      if (wasRevoked) await client.call((web) => web.auth.test()).catch(() => {});
      if (!(isNew || wasRevoked) || client?.revokedBecause !== null) continue;
      await logFailure(log, () => showMissingCards(contextFor(row.agentId), registered.undecided));
      this.reachable();
    }
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

  /** Null: it cannot be opened, which is in the log. */
  private async sessionOf(row: WorkspaceRecord): Promise<WorkspaceSession | null> {
    const current = this.sessions.get(row.id);
    if (current && current.row.sealed === row.sealed && current.row.teamId === row.teamId) return current;
    const opening = this.opening.get(row.id) ?? this.openSession(row).finally(() => this.opening.delete(row.id));
    this.opening.set(row.id, opening);
    return opening;
  }

  private async openSession(row: WorkspaceRecord): Promise<WorkspaceSession | null> {
    if (this.ended.signal.aborted || row.sealed === lostCredentials) return null;
    try {
      const credentials = await this.credentialsOf(row);
      if (!credentials) return null;
      await this.close(row.id);
      const session = await openWorkspace(this.deps, row, credentials, {
        staffChat: this.staffChat(),
        calls: this.calls,
        onReachable: () => this.reachable(),
      });
      this.sessions.set(row.id, session);
      return session;
    } catch (error) {
      this.deps.log.error({ workspace: row.id, code: codeOf(error) }, "a workspace cannot be opened");
      return null;
    }
  }

  private async credentialsOf({ sealed }: WorkspaceRecord): Promise<SlackCredentials | null> {
    // The cast holds since connectWorkspace seals credentials of exactly this type.
    return sealed === null ? this.deps.environment : (JSON.parse(await this.deps.vault.open(sealed)) as SlackCredentials);
  }

  private async close(id: string): Promise<void> {
    const session = this.sessions.get(id);
    this.sessions.delete(id);
    await session?.close();
  }
}
