import type { PostKind } from "#core/model/staff.ts";
import type { Context } from "./context.ts";

/**
 * Where staff work: their chat. It shows records and never is the truth: what it could not show it shows when it is asked
 * again. Each throws CrmError `unavailable` while the chat cannot be reached.
 */
export interface Desk {
  /** Posts the card of a record, or brings the one that is there up to date. A record that is gone takes its card along. */
  show(ctx: Context, kind: PostKind, subjectId: string): Promise<void>;
  /** Brings a message of a conversation that staff see as a thread into it, in order and once. */
  relay(ctx: Context, messageId: string): Promise<void>;
  /** Takes a post away whose record is deleted. */
  remove(ctx: Context, place: { workspaceId: string; channelId: string; ts: string }): Promise<void>;
  /** The morning's overview, where its time has come. */
  digest(ctx: Context): Promise<void>;
}

/** Nobody has connected a chat. */
export const noDesk: Desk = { show: async () => {}, relay: async () => {}, remove: async () => {}, digest: async () => {} };
