import type { ConversationRecord } from "#core/model/conversation.ts";
import type { MessageRecord } from "#core/model/records.ts";
import { hour } from "#core/rules/time.ts";

/** After a silence of this length the card of a conversation is out of sight in the staff chat. */
const outOfSightMs = 8 * hour;

/**
 * Whether a message begins something new that waits for us, in a conversation that staff see already: what wants an answer comes
 * after a long silence. `before` is the message before it; null: it is the first.
 */
export function isNewMatter(
  { id, sentAt, history }: Pick<MessageRecord, "id" | "sentAt" | "history">,
  before: Pick<MessageRecord, "sentAt"> | null,
  { waitingMessageId }: Pick<ConversationRecord, "waitingMessageId">,
): boolean {
  return !history && waitingMessageId === id && before !== null && sentAt - before.sentAt >= outOfSightMs;
}
