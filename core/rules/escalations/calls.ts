import { type ConversationState, noConversationState } from "#core/model/conversation.ts";
import type { EscalationRule } from "#core/model/escalation.ts";
import { compareFacts, type Fact, type MessageFact } from "#core/model/fact.ts";
import { withMessage } from "#core/rules/fold/conversation.ts";
import { named } from "#core/rules/named.ts";
import { type Escalation, escalationsOfMessage, escalationsOfValue, type ValueChange } from "./escalations.ts";

type ConversationStates = Readonly<Record<string, ConversationState>>;

/** What a contact has gained, and what it was and is. `isEdited`: the words of a message have been corrected. */
export type GainedFacts = {
  facts: readonly Fact[];
  before: (NonNullable<ValueChange["before"]> & { conversations: ConversationStates }) | null;
  after: ValueChange["after"] & { conversations: ConversationStates };
  isEdited: boolean;
};

/** Staff are called to one conversation. */
export type ConversationCall = { conversationId: string; escalations: Escalation[] };

/** What calls staff in what a contact has gained, whomever the rules are for (`isFor`). What is history calls nobody. */
export function callsOf(rules: readonly EscalationRule[], { facts, before, after, isEdited }: GainedFacts): ConversationCall[] {
  const asked = rules.filter(({ enabled }) => enabled);
  const news = asked.length === 0 ? [] : facts.filter(isNews).sort(compareFacts);
  const last = news.at(-1);
  if (!last) return [];
  const calls = new Map<string, Escalation[]>();
  const add = (id: string, found: readonly Escalation[]) => found.length > 0 && calls.set(id, [...(calls.get(id) ?? []), ...found]);
  const messages = news.filter((fact) => fact.type === "message");
  let states = before?.conversations ?? {};
  for (const message of messages) {
    const earlier = stateOf(states, message.conversationId);
    states = messages.length === 1 && isNewest(message, after.conversations) ? after.conversations : withMessage(states, message);
    add(message.conversationId, escalationsOfMessage(asked, { message, before: earlier, after: stateOf(states, message.conversationId), isEdited }));
  }
  const newest = last.type === "message" ? last.conversationId : newestConversation(after.conversations);
  const isInbound = messages.some(({ direction }) => direction === "inbound");
  if (newest !== null)
    add(newest, escalationsOfValue(asked, { before, after }, { id: last.type === "message" ? last.id : null, at: last.at, isInbound }));
  return [...calls].map(([conversationId, escalations]) => ({ conversationId, escalations }));
}

/** Messages of now, and actions: what is history calls nobody. */
function isNews(fact: Fact): fact is MessageFact | Extract<Fact, { type: "action" }> {
  return (fact.type === "message" && !fact.history) || fact.type === "action";
}

/** The fold has followed the conversation up to this message already. */
const isNewest = ({ conversationId, id }: MessageFact, states: ConversationStates): boolean => named(states, conversationId)?.last?.id === id;

const stateOf = (states: ConversationStates, id: string): ConversationState => named(states, id) ?? noConversationState;

function newestConversation(states: ConversationStates): string | null {
  const [newest] = Object.entries(states).sort(([, a], [, b]) => (b.last?.at ?? 0) - (a.last?.at ?? 0));
  return newest?.[0] ?? null;
}
