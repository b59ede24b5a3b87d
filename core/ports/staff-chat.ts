import type { FileContent } from "#core/model/messages/media.ts";
import type { PostKind } from "#core/model/staff.ts";
import type { Context } from "./context.ts";

/**
 * The chat that staff work in. It shows records and is never the source of truth: a post that could not be made is made when the
 * effect is retried. Each method throws CrmError `unavailable` while the chat cannot be reached.
 */
export interface StaffChat {
  /** Posts the card of a record, or updates the one that is posted. The card of a deleted record is removed. */
  showCard(ctx: Context, kind: PostKind, subjectId: string): Promise<void>;
  /** Posts a message of a conversation into the thread that staff see it as, in order and once. */
  postToThread(ctx: Context, messageId: string): Promise<void>;
  /** Removes a post whose record is deleted. */
  removePost(ctx: Context, place: { workspaceId: string; channelId: string; ts: string }): Promise<void>;
  /** A file that staff have put into the chat, by its address there; null: it is there no more. Throws CrmError `too_large` or `unavailable`. */
  fetchFile(ctx: Context, url: string): Promise<FileContent | null>;
  /** Posts the daily digest where it is due. */
  postDigest(ctx: Context): Promise<void>;
  /** Calls back each time the chat can be reached again after a failure: what failed can be tried now. One listener. */
  onReachable(listener: () => void): void;
}

/** No chat is connected. */
export const noStaffChat: StaffChat = {
  showCard: async () => {},
  postToThread: async () => {},
  removePost: async () => {},
  fetchFile: async () => null,
  postDigest: async () => {},
  onReachable: () => {},
};
