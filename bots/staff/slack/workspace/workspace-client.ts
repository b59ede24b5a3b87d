import { backoff } from "#bots/channels/backoff.ts";
import { CrmError } from "#core/errors.ts";
import type { WorkspaceRecord } from "#core/model/staff.ts";
import type { ChannelLog } from "#core/ports/channel-options.ts";
import type { Context } from "#core/ports/context.ts";
import type { Wait } from "#core/ports/wait.ts";
import { markWorkspace } from "#core/usecases/staff/mark-workspace.ts";
import { faultOf } from "../errors.ts";
import type { WebClient } from "../feature.ts";
import type { SlackAddresses } from "../slack-addresses.ts";
import type { SlackRateLimiter } from "./rate-limiter.ts";

export type WorkspaceClientOptions = {
  web: WebClient;
  addresses: SlackAddresses;
  limiter: SlackRateLimiter;
  wait: Wait;
  /** Called when Slack answers again after a failure, or takes our token again. */
  onReachable(): void;
  log: ChannelLog;
};

const firstProbeMs = 1_000;
const mostProbeMs = 5_000;

/**
 * The Web API client of one workspace. It marks the workspace when Slack revokes our token, and when it takes it again. After a
 * failure it probes until Slack answers, so that what failed can be tried again within seconds.
 */
export class SlackWorkspaceClient {
  readonly workspaceId: string;
  readonly web: WebClient;
  readonly addresses: SlackAddresses;
  private readonly ctx: Context;
  private readonly options: WorkspaceClientOptions;
  private readonly closed = new AbortController();
  private revokedCode: string | null;
  private probing: Promise<void> | null = null;

  constructor(ctx: Context, { id, brokenBecause }: WorkspaceRecord, options: WorkspaceClientOptions) {
    this.ctx = ctx;
    this.workspaceId = id;
    this.revokedCode = brokenBecause;
    this.web = options.web;
    this.addresses = options.addresses;
    this.options = options;
  }

  /** Calls a method that writes into a channel, within the rate limit for messages; urgent calls first. Rejects as the call does. */
  write<T>(channelId: string, isUrgent: boolean, call: (web: WebClient) => Promise<T>): Promise<T> {
    return this.trackFailures(() => this.options.limiter.run(channelId, isUrgent, () => call(this.web)));
  }

  /** Calls any other method at once: each has a rate limit of its own, which is wider. */
  call<T>(call: (web: WebClient) => Promise<T>): Promise<T> {
    return this.trackFailures(() => call(this.web));
  }

  /** Slack's code for why it does not take our token; null: it does. */
  get revokedBecause(): string | null {
    return this.revokedCode;
  }

  /** Resolves when no probe is under way. */
  async close(): Promise<void> {
    this.closed.abort();
    this.options.limiter.close();
    await this.probing;
  }

  private async trackFailures<T>(call: () => Promise<T>): Promise<T> {
    try {
      const result = await call();
      if (this.revokedCode !== null) await this.setRevoked(null);
      return result;
    } catch (error) {
      const fault = faultOf(error);
      if (fault?.kind === "revoked" && this.revokedCode !== fault.code) await this.setRevoked(fault.code);
      const probeAfterMs = probeDelay(error);
      if (probeAfterMs !== null) this.probing ??= this.probe(probeAfterMs).finally(() => (this.probing = null));
      throw error;
    }
  }

  /** Calls `auth.test` until Slack answers. A revoked token ends it, since `Workspaces` tries those by itself. */
  private async probe(firstMs: number): Promise<void> {
    const { wait, onReachable } = this.options;
    let waitMs = firstMs;
    for (let failures = 1; ; failures++) {
      await wait(waitMs, this.closed.signal);
      if (this.closed.signal.aborted) return;
      try {
        await this.web.auth.test();
        return onReachable();
      } catch (error) {
        if (faultOf(error)?.kind === "revoked") return;
        waitMs = Math.max(probeDelay(error) ?? 0, backoff(failures, firstProbeMs, mostProbeMs));
      }
    }
  }

  private async setRevoked(because: string | null): Promise<void> {
    this.revokedCode = because;
    const { log, onReachable } = this.options;
    const fields = { workspace: this.workspaceId, code: because };
    if (because === null) log.info(fields, "Slack takes our token again");
    else log.error(fields, "Slack does not take our token any more: cards wait until the workspace is connected again");
    await markWorkspace(this.ctx, { id: this.workspaceId, because });
    if (because === null) onReachable();
  }
}

/** Ms until Slack may answer again after this error; null: the error is no sign that it cannot be reached. */
function probeDelay(error: unknown): number | null {
  if (error instanceof CrmError) return error.code === "unavailable" ? Number(error.details.retryAfterMs ?? firstProbeMs) : null;
  const fault = faultOf(error);
  if (fault?.kind === "rate_limited") return fault.retryAfterMs;
  return fault?.kind === "unreachable" ? firstProbeMs : null;
}
