import type { WorkspaceRecord } from "#core/model/staff.ts";
import type { ChannelLog } from "#core/ports/channel-options.ts";
import type { Context } from "#core/ports/context.ts";
import { markWorkspace } from "#core/usecases/staff/mark-workspace.ts";
import { faultOf } from "./errors.ts";
import type { WebClient } from "./feature.ts";
import type { SlackRateLimiter } from "./rate-limiter.ts";
import type { SlackAddresses } from "./slack-addresses.ts";

/** The Web API client of one workspace. It marks the workspace when Slack revokes our token, and when it takes it again. */
export class SlackWorkspaceClient {
  readonly workspaceId: string;
  readonly web: WebClient;
  readonly addresses: SlackAddresses;
  private readonly ctx: Context;
  private readonly limiter: SlackRateLimiter;
  private readonly log: ChannelLog;
  private revokedCode: string | null;

  constructor(
    ctx: Context,
    { id, brokenBecause }: WorkspaceRecord,
    web: WebClient,
    addresses: SlackAddresses,
    limiter: SlackRateLimiter,
    log: ChannelLog,
  ) {
    this.ctx = ctx;
    this.workspaceId = id;
    this.revokedCode = brokenBecause;
    this.web = web;
    this.addresses = addresses;
    this.limiter = limiter;
    this.log = log;
  }

  /** Calls a method that writes into a channel, within the rate limit for messages. Rejects with what the call rejects with. */
  write<T>(channelId: string, call: (web: WebClient) => Promise<T>): Promise<T> {
    return this.trackToken(() => this.limiter.run(channelId, () => call(this.web)));
  }

  /** Calls any other method at once: each has a rate limit of its own, which is wider. */
  call<T>(call: (web: WebClient) => Promise<T>): Promise<T> {
    return this.trackToken(() => call(this.web));
  }

  /** Slack's code for why it does not take our token; null: it does. */
  get revokedBecause(): string | null {
    return this.revokedCode;
  }

  close(): void {
    this.limiter.close();
  }

  private async trackToken<T>(call: () => Promise<T>): Promise<T> {
    try {
      const result = await call();
      if (this.revokedCode !== null) await this.setRevoked(null);
      return result;
    } catch (error) {
      const fault = faultOf(error);
      if (fault?.kind === "revoked" && this.revokedCode !== fault.code) await this.setRevoked(fault.code);
      throw error;
    }
  }

  private async setRevoked(because: string | null): Promise<void> {
    this.revokedCode = because;
    const fields = { workspace: this.workspaceId, code: because };
    if (because === null) this.log.info(fields, "Slack takes our token again");
    else this.log.error(fields, "Slack does not take our token any more: cards wait until the workspace is connected again");
    await markWorkspace(this.ctx, { id: this.workspaceId, because });
  }
}
