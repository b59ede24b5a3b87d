import { type ConversationState, noConversationState } from "#core/model/conversation.ts";
import type { ConversationDecisionFact, FactKey, MessageFact } from "#core/model/fact.ts";
import { followConversation } from "#core/rules/conversations/memory.ts";
import { named } from "#core/rules/named.ts";

type Conversations = Readonly<Record<string, ConversationState>>;

/** The conversations of a contact after one message. What wants an answer opens one that staff had called done, and so does a question of ours. */
export function withMessage(conversations: Conversations, fact: MessageFact): Record<string, ConversationState> {
  const before = named(conversations, fact.conversationId) ?? noConversationState;
  const memory = followConversation(before, fact);
  const isOurs = fact.direction === "outbound" && memory.ours !== before.ours;
  const opens = isOurs ? memory.ours?.stance === "asked" || memory.ours?.stance === "offered" : memory.waiting !== null;
  const after = { ...memory, last: { at: fact.at, id: fact.id }, done: opens ? null : before.done, turns: before.turns ?? [] };
  return { ...conversations, [fact.conversationId]: after };
}

/**
 * The conversations of a contact after a decision of staff. Done: nothing waits; open after all: what waited waits again. Released:
 * what was said until then is handed over, so that later words do not call staff by it (a question asked before, a mood).
 */
export function withDecision(
  conversations: Conversations,
  { conversationId, decision, at, id }: ConversationDecisionFact,
): Record<string, ConversationState> {
  const before = named(conversations, conversationId) ?? noConversationState;
  return { ...conversations, [conversationId]: afterDecision(before, decision, { at, id }) };
}

function afterDecision(before: ConversationState, decision: ConversationDecisionFact["decision"], key: FactKey): ConversationState {
  const was = before.waiting ?? before.done?.was ?? null;
  switch (decision) {
    case "done":
      return { ...before, waiting: null, held: null, done: { ...key, was } };
    case "open":
      return { ...before, waiting: was, closed: null, done: null };
    case "taken_over":
      return before;
    case "released":
      return { ...before, asked: [], moods: [] };
  }
}
