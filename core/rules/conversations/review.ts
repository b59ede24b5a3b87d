import type { ConversationRecord } from "#core/model/conversation.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Place } from "#core/rules/duty/opening-times.ts";
import { type UnansweredRule, unansweredCalls } from "#core/rules/escalations/unanswered.ts";
import { earliest } from "#core/rules/time.ts";
import { takeoverEndsAt } from "./takeover.ts";

type Reviewed = Pick<ConversationRecord, "waitingSince" | "waitingMessageId" | "takenOverAt" | "lastMessageAt" | "calledFor" | "calledAt">;

/** When time alone next asks for something in a conversation, ms since 1970; null: never. A time that has passed is still to be seen to. */
export function conversationReviewAt(conversation: Reviewed, settings: Settings, place: Place): number | null {
  return earliest(takeoverEndsAt(conversation, settings), openCalls(conversation, settings, place)[0]?.at ?? null);
}

/** The rules that call staff about the words that wait, and have not called yet, earliest first. */
export function openCalls(conversation: Reviewed, settings: Settings, place: Place): { rule: UnansweredRule; at: number }[] {
  const { waitingMessageId, calledFor, calledAt } = conversation;
  const called = calledFor !== null && calledFor === waitingMessageId ? (calledAt ?? 0) : 0;
  return unansweredCalls(settings, conversation, place).filter(({ at }) => at > called);
}
