import type { ContactState } from "#core/model/contact-state.ts";
import { noConversationState, type Turn } from "#core/model/conversation.ts";
import { compareFacts, type Fact, type MessageFact } from "#core/model/fact.ts";
import { turnsBefore } from "#core/rules/analysis/learned/predict.ts";
import { readInContext } from "#core/rules/analysis/learned/read-in-context.ts";
import { turnOf } from "#core/rules/analysis/learned/turn.ts";
import { named } from "#core/rules/named.ts";

/** The facts with their messages read as answers to the turns before them, and the last turns of each conversation, newest first. */
export type ReadFacts = { facts: readonly Fact[]; turns: ReadonlyMap<string, readonly Turn[]> };

/** Which messages are read; the others keep the reading they have. */
export type IsDue = (fact: MessageFact) => boolean;

export const everyMessage: IsDue = () => true;
export const noMessage: IsDue = () => false;

/** A turn, or the message that becomes one when it is needed. */
type TurnOrMessage = Turn | MessageFact;

/**
 * Reads messages in the order of the facts. `before`: the conversations as they were. A message that was read already is read again from its
 * analyst's own reading, so that reading twice is reading once.
 */
export function readFacts(before: Pick<ContactState, "conversations">, facts: readonly Fact[], isDue: IsDue): ReadFacts {
  const held = new Map<string, TurnOrMessage[]>();
  const read = facts.map((fact) => {
    if (fact.type !== "message") return fact;
    const turns: TurnOrMessage[] = held.get(fact.conversationId) ?? [...(named(before.conversations ?? {}, fact.conversationId)?.turns ?? [])];
    const own = alone(fact);
    const found = isDue(fact) ? readInContext(own, settled(turns)) : null;
    held.set(fact.conversationId, [found?.turn ?? own, ...turns].slice(0, turnsBefore));
    return found ? { ...fact, reading: found.reading, alone: own.reading } : fact;
  });
  return { facts: read, turns: new Map([...held].map(([id, turns]) => [id, settled(turns)])) };
}

/** The message with its analyst's own reading. */
function alone(fact: MessageFact): MessageFact {
  return fact.alone ? { ...fact, reading: fact.alone } : fact;
}

/** Makes turns of the messages among them, in their places, so that each is made once. */
function settled(turns: TurnOrMessage[]): Turn[] {
  return turns.map((turn, at) => {
    const made = "type" in turn ? turnOf(turn) : turn;
    turns[at] = made;
    return made;
  });
}

/** The state with the last turns of its conversations. */
export function withTurns(state: ContactState, { turns }: ReadFacts): ContactState {
  if (turns.size === 0) return state;
  const changed = [...turns].map(([id, last]) => [id, { ...(named(state.conversations, id) ?? noConversationState), turns: last }] as const);
  return { ...state, conversations: { ...state.conversations, ...Object.fromEntries(changed) } };
}

/**
 * The messages that may read otherwise when some come, change or go: those themselves, and as many after each in its conversation as look back at
 * it. `facts`: all that there are afterwards, with the ids of those that have changed; `gone`: messages that stood there before.
 */
export function dueAfter(facts: readonly Fact[], changed: ReadonlySet<string>, gone: readonly MessageFact[]): IsDue {
  const due = new Set<string>();
  const left = new Map<string, number>();
  const stands = facts.filter((fact) => fact.type === "message");
  const steps = [...stands.map((fact) => ({ fact, isGone: false })), ...gone.map((fact) => ({ fact, isGone: true }))];
  for (const { fact, isGone } of steps.sort((a, b) => compareFacts(a.fact, b.fact))) {
    const rest = left.get(fact.conversationId) ?? 0;
    const isChanged = changed.has(fact.id);
    left.set(fact.conversationId, isGone || isChanged ? turnsBefore : Math.max(0, rest - 1));
    if (!isGone && (isChanged || rest > 0)) due.add(fact.id);
  }
  return ({ id }) => due.has(id);
}
