import type { ConversationRecord } from "#core/model/conversation.ts";
import type { Settings } from "#core/model/settings.ts";
import { hour } from "#core/rules/time.ts";

type TakenConversation = Pick<ConversationRecord, "takenOverAt" | "lastMessageAt">;

/**
 * When a takeover ends by itself: so many hours after the last word of either side, or after it began, whichever is later. In ms since
 * 1970; null: nobody has the conversation, or it ends only when staff release it.
 */
export function takeoverEndsAt({ takenOverAt, lastMessageAt }: TakenConversation, { takeover }: Pick<Settings, "takeover">): number | null {
  if (takenOverAt === null || takeover.endsAfterHours === null) return null;
  return Math.max(takenOverAt, lastMessageAt) + takeover.endsAfterHours * hour;
}
