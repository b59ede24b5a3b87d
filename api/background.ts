import { fail } from "#core/errors.ts";
import type { ConnectionRecord } from "#core/model/connection.ts";
import type { Channel, ChannelHealth } from "#core/ports/channel.ts";
import type { ChatCheck } from "#core/ports/chat.ts";
import type { Queue } from "#core/ports/queue.ts";
import type { Vault } from "#core/ports/vault.ts";

/** What runs beside the API in the same process: channels, jobs and the workspaces of staff. The API alone runs without. */
export type BackgroundServices = {
  queue: Pick<Queue, "failed" | "retry" | "ready" | "waiting">;
  connections: {
    channel(id: string): Channel | null;
    hook(channel: string, id: string | null, request: Request): Promise<Response>;
    health(): { connection: ConnectionRecord; health: ChannelHealth | null }[];
    /** How many updates each channel has left out since the start, by kind. */
    ignored(): { channel: string; kind: string; count: number }[];
  };
  vault: Vault;
  /** The chats of staff. */
  workspaces: ChatCheck & {
    hook(id: string | null, request: Request): Promise<Response>;
    /** Workspaces that cannot be reached, and why. */
    faults(): { workspaceId: string; since: number; code: string }[];
    /** How many are open, and how many are being opened for the first time. */
    count(): { open: number; starting: number };
    /** Opens what has been connected, closes what has been disconnected. */
    refresh(): Promise<void>;
  };
};

/** The services beside this API. Throws `unavailable` where the API runs alone. */
export function backgroundOf(c: { readonly var: { readonly background?: BackgroundServices | undefined } }): BackgroundServices {
  return c.var.background ?? fail("unavailable", "this process runs the API alone: ask one that runs channels and jobs");
}
