import type { ContactState } from "#core/model/contact-state.ts";
import { noConversationState, type Turn } from "#core/model/conversation.ts";
import type { Fact, MessageFact } from "#core/model/fact.ts";
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
 * The messages that may read otherwise when these facts come, change or go: themselves, and as many after each in its conversation as look
 * back at it. All facts in their order, with those that have changed.
 */
export function dueAfter(facts: readonly Fact[], changed: ReadonlySet<string>, withdrawn: readonly MessageFact[]): IsDue {
  const due = new Set<string>();
  const left = new Map<string, number>();
  const gone = [...withdrawn].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  let next = 0;
  for (const fact of facts) {
    if (fact.type !== "message") continue;
    for (let removed = gone[next]; removed && (removed.at < fact.at || (removed.at === fact.at && removed.id <= fact.id)); removed = gone[++next]) left.set(removed.conversationId, turnsBefore);
    const rest = left.get(fact.conversationId) ?? 0;
    if (changed.has(fact.id)) {
      due.add(fact.id);
      left.set(fact.conversationId, turnsBefore);
    } else if (rest > 0) {
      due.add(fact.id);
      left.set(fact.conversationId, rest - 1);
    }
  }
  return ({ id }) => due.has(id);
}
