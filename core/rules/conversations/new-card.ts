import type { ConversationRecord } from "#core/model/conversation.ts";
import type { MessageRecord } from "#core/model/records.ts";
import type { Settings } from "#core/model/settings.ts";

/**
 * Whether a message calls for a card about its conversation in the staff chat: `now`, `later` if nothing has answered it by then,
 * or null. Only a customer's words of today do, where there is no card yet.
 */
export function newCardFor(
  { direction, history }: Pick<MessageRecord, "direction" | "history">,
  { threadedAt, state }: Pick<ConversationRecord, "threadedAt" | "state">,
  { newPerson }: Settings["inbox"],
): "now" | "later" | null {
  if (direction !== "inbound" || history || threadedAt !== null || newPerson === "none") return null;
  if (newPerson === "all") return "now";
  return state === "waiting" ? "later" : null;
}
