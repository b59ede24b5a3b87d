import type { ContactState } from "#core/model/contact-state.ts";
import type { ConversationRecord, ConversationState, InboxState } from "#core/model/conversation.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Place } from "#core/rules/duty/opening-times.ts";
import { conversationReviewAt } from "./review.ts";

/** Columns of a conversation in which nothing has been said yet. */
export const newConversationState = {
  lastMessageId: null,
  state: "answered",
  waitingSince: null,
  waitingMessageId: null,
  waitingBecause: null,
  doneAt: null,
  assigneeId: null,
  reviewAt: null,
  calledFor: null,
  calledAt: null,
  takenOverBy: null,
  takenOverAt: null,
  ownerSpokeAt: null,
  awayToldAt: null,
  threadedAt: null,
} as const satisfies Partial<ConversationRecord>;

/**
 * The columns of a conversation that follow from what was said in it, from a takeover, the settings and the place that it belongs
 * to. Nothing else writes them.
 */
export function deriveConversation(
  conversation: ConversationRecord,
  said: ConversationState | undefined,
  settings: Settings,
  place: Place,
): ConversationRecord {
  const { waiting = null, done = null, closed = null, last = null } = said ?? {};
  const derived: ConversationRecord = {
    ...conversation,
    lastMessageId: last?.id ?? null,
    state: inboxStateOf(conversation, said),
    waitingSince: waiting?.at ?? null,
    waitingMessageId: waiting?.id ?? null,
    waitingBecause: waiting?.because ?? null,
    doneAt: waiting ? null : (done?.at ?? closed?.at ?? null),
  };
  return { ...derived, reviewAt: conversationReviewAt(derived, settings, place) };
}

/** A takeover comes first: whoever owns the conversation looks after it, whether the customer waits or not. */
function inboxStateOf({ takenOverAt }: Pick<ConversationRecord, "takenOverAt">, said: ConversationState | undefined): InboxState {
  if (takenOverAt !== null) return "taken_over";
  if (said?.waiting) return "waiting";
  return said?.done || said?.closed ? "done" : "answered";
}

/** Whether the customer waits for an answer in any of their conversations. A state of older rules has no conversations. */
export function isAwaitingReply({ conversations }: Pick<ContactState, "conversations">): boolean {
  return Object.values(conversations ?? {}).some(({ waiting }) => waiting !== null);
}
