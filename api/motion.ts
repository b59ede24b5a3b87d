import { fail } from "#core/errors.ts";
import type { ConnectionRecord } from "#core/model/connection.ts";
import type { Channel, ChannelHealth } from "#core/ports/channel.ts";
import type { ChatCheck } from "#core/ports/chat.ts";
import type { Queue } from "#core/ports/queue.ts";
import type { Vault } from "#core/ports/vault.ts";
import type { ApiContext } from "./types.ts";

/** What moves beside the API in the same process; the API alone runs without. */
export type ApiMotion = {
  queue: Pick<Queue, "failed" | "retry">;
  connections: {
    channel(id: string): Channel | null;
    hook(channel: string, id: string | null, request: Request): Promise<Response>;
    health(): { connection: ConnectionRecord; health: ChannelHealth | null }[];
  };
  vault: Vault;
  /** The chats of staff. */
  workspaces: ChatCheck & {
    hook(id: string | null, request: Request): Promise<Response>;
    /** Those that cannot be reached, and why. */
    faults(): { workspaceId: string; since: number; code: string }[];
    /** Opens what has been connected, closes what has been disconnected. */
    look(): Promise<void>;
  };
};

/** Throws `unavailable` where nothing moves. */
export function motionOf(c: ApiContext): ApiMotion {
  return c.var.motion ?? fail("unavailable", "this process runs the API alone: ask one that runs channels and jobs");
}
