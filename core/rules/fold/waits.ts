import type { ContactState } from "#core/model/contact-state.ts";
import type { EndedWait, WaitChange, WaitEnd } from "#core/model/conversation.ts";
import type { Fact } from "#core/model/fact.ts";
import { named } from "#core/rules/named.ts";

/** What one fact does to the wait of its conversation; null: it leaves it as it is. `before` and `after` are the contact's state around the fact. */
export function waitChange(before: ContactState, after: ContactState, fact: Fact): WaitChange | null {
  if (fact.type !== "message" && fact.type !== "conversation") return null;
  const { conversationId } = fact;
  const was = named(before.conversations ?? {}, conversationId);
  const waited = was?.waiting ?? null;
  const waits = named(after.conversations ?? {}, conversationId)?.waiting ?? null;
  if (waited && !waits) {
    const isFirst = was?.ours == null;
    return { conversationId, messageId: waited.id, since: waited.at, endedAt: fact.at, endedBy: endOf(fact), isFirst };
  }
  const isReopened = fact.type === "conversation" && !waited && waits;
  return isReopened ? { conversationId, messageId: waits.id, endedAt: null } : null;
}

function endOf(fact: Extract<Fact, { type: "message" | "conversation" }>): WaitEnd {
  if (fact.type === "conversation") return "done";
  if (fact.direction === "inbound") return "customer";
  return fact.author === "staff" ? "staff" : "bot";
}

/** The waits that have ended after all of these changes, given in their order: the last change of each counts. */
export function endedWaits(changes: readonly WaitChange[]): EndedWait[] {
  return lastChanges(changes).filter((change) => change.endedAt !== null);
}

/** The last change of each wait. */
export function lastChanges(changes: readonly WaitChange[]): WaitChange[] {
  return [...new Map(changes.map((change) => [`${change.conversationId} ${change.messageId}`, change])).values()];
}
