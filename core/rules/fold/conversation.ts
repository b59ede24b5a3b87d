import { type ConversationState, noConversationState } from "#core/model/conversation.ts";
import type { ConversationDecisionFact, MessageFact } from "#core/model/fact.ts";
import { followConversation } from "#core/rules/conversations/memory.ts";
import { named } from "#core/rules/named.ts";

type Conversations = Readonly<Record<string, ConversationState>>;

/** The conversations of a contact after one message. What wants an answer opens one that staff had called done, and so does a question of ours. */
export function withMessage(conversations: Conversations, fact: MessageFact): Record<string, ConversationState> {
  const before = named(conversations, fact.conversationId) ?? noConversationState;
  const memory = followConversation(before, fact);
  const isOurs = fact.direction === "outbound" && memory.ours !== before.ours;
  const opens = isOurs ? memory.ours?.stance === "asked" || memory.ours?.stance === "offered" : memory.waiting !== null;
  const after = { ...memory, last: { at: fact.at, id: fact.id }, done: opens ? null : before.done };
  return { ...conversations, [fact.conversationId]: after };
}

/** The conversations of a contact after staff have said that one is done, or open after all: then what waited waits again. */
export function withDecision(
  conversations: Conversations,
  { conversationId, decision, at, id }: ConversationDecisionFact,
): Record<string, ConversationState> {
  const before = named(conversations, conversationId) ?? noConversationState;
  const was = before.waiting ?? before.done?.was ?? null;
  const after: ConversationState =
    decision === "done" ? { ...before, waiting: null, held: null, done: { at, id, was } } : { ...before, waiting: was, closed: null, done: null };
  return { ...conversations, [conversationId]: after };
}
