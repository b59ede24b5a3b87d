import type { WorkspaceRecord } from "#core/model/staff.ts";
import type { ChannelLog } from "#core/ports/channel-options.ts";
import type { Context } from "#core/ports/context.ts";
import { markWorkspace } from "#core/usecases/staff/mark-workspace.ts";
import { faultOf } from "./errors.ts";
import type { WebClient } from "./feature.ts";
import type { SlackPace } from "./pacing.ts";

/** The way out to one workspace. Notices when it is closed to us, and when it is open again. */
export class Door {
  readonly workspaceId: string;
  readonly client: WebClient;
  private readonly ctx: Context;
  private readonly pace: SlackPace;
  private readonly log: ChannelLog;
  private because: string | null;

  constructor(ctx: Context, { id, brokenBecause }: WorkspaceRecord, client: WebClient, pace: SlackPace, log: ChannelLog) {
    this.ctx = ctx;
    this.workspaceId = id;
    this.because = brokenBecause;
    this.client = client;
    this.pace = pace;
    this.log = log;
  }

  /** Writes into a channel, in its turn. */
  write<T>(channelId: string, call: (client: WebClient) => Promise<T>): Promise<T> {
    return this.watch(() => this.pace.through(channelId, () => call(this.client)));
  }

  /** Asks, which has its own, wider bounds. */
  ask<T>(call: (client: WebClient) => Promise<T>): Promise<T> {
    return this.watch(() => call(this.client));
  }

  /** Why nothing goes through it, in Slack's word; null: it is open. */
  get closedBecause(): string | null {
    return this.because;
  }

  close(): void {
    this.pace.close();
  }

  private async watch<T>(call: () => Promise<T>): Promise<T> {
    try {
      const result = await call();
      if (this.because !== null) await this.becomes(null);
      return result;
    } catch (error) {
      const fault = faultOf(error);
      if (fault?.kind === "revoked" && this.because !== fault.code) await this.becomes(fault.code);
      throw error;
    }
  }

  private async becomes(because: string | null): Promise<void> {
    this.because = because;
    const fields = { workspace: this.workspaceId, code: because };
    if (because === null) this.log.info(fields, "Slack takes our token again");
    else this.log.error(fields, "Slack does not take our token any more: cards wait until the workspace is connected again");
    await markWorkspace(this.ctx, { id: this.workspaceId, because });
  }
}
