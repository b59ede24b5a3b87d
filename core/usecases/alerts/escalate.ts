import { type ConversationState, noConversationState } from "#core/model/conversation.ts";
import type { EscalationRule } from "#core/model/escalation.ts";
import { compareFacts, type Fact, type MessageFact } from "#core/model/fact.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { type Escalation, escalationsOfMessage, escalationsOfValue } from "#core/rules/escalations/escalations.ts";
import { withMessage } from "#core/rules/fold/conversation.ts";
import { named } from "#core/rules/named.ts";
import type { ChangedContact } from "#core/usecases/contact-change/contact-change.ts";
import { type EscalatedConversation, raiseAlerts } from "./raise-alerts.ts";

/**
 * Calls staff where the escalation rules say so, in the commit of the messages and actions that contacts have gained. Settings,
 * merges, upgrades and time alone gain no facts, and call nobody.
 */
export async function escalate(ctx: Context, changes: ChangeSet, settings: VersionedSettings, changed: readonly ChangedContact[]): Promise<void> {
  const { rules } = settings.document.escalations;
  const calls = changed.flatMap((one) => callsOf(rules, one));
  if (calls.length === 0) return;
  const unread = calls.map(({ id }) => id).filter((id) => changes.conversation(id) === undefined);
  const stored = unread.length === 0 ? [] : await ctx.store.conversations.findMany(unread);
  const called = calls.flatMap(({ id, ...call }): EscalatedConversation[] => {
    const conversation = changes.conversation(id) ?? stored.find((row) => row.id === id);
    return conversation ? [{ conversation, ...call }] : [];
  });
  await raiseAlerts(ctx, changes, settings, called);
}

type Call = Omit<EscalatedConversation, "conversation"> & { id: string };

function callsOf(rules: readonly EscalationRule[], change: ChangedContact): Call[] {
  const news = change.facts.filter(isNews).sort(compareFacts);
  if (news.length === 0) return [];
  const byConversation = new Map<string, Escalation[]>();
  const add = (id: string, found: Escalation[]) => byConversation.set(id, [...(byConversation.get(id) ?? []), ...found]);
  let states = change.before?.state.conversations ?? {};
  for (const message of news.filter((fact) => fact.type === "message")) {
    const before = stateOf(states, message.conversationId);
    states = withMessage(states, message);
    const given = { message, before, after: stateOf(states, message.conversationId), isEdited: change.cause.kind === "correction" };
    add(message.conversationId, escalationsOfMessage(rules, given));
  }
  const last = news.at(-1);
  const newest = last?.type === "message" ? last.conversationId : newestConversation(change.after.state.conversations);
  if (last && newest) {
    const isInbound = news.some((fact) => fact.type === "message" && fact.direction === "inbound");
    add(newest, escalationsOfValue(rules, change, { id: last.type === "message" ? last.id : null, at: last.at, isInbound }));
  }
  return [...byConversation].flatMap(([id, escalations]) => (escalations.length > 0 ? [{ id, contact: change.after, escalations }] : []));
}

/** Messages of now, and actions: what is history calls nobody. */
function isNews(fact: Fact): fact is MessageFact | Extract<Fact, { type: "action" }> {
  return (fact.type === "message" && !fact.history) || fact.type === "action";
}

const stateOf = (states: Readonly<Record<string, ConversationState>>, id: string): ConversationState => named(states, id) ?? noConversationState;

function newestConversation(states: Readonly<Record<string, ConversationState>>): string | null {
  const [newest] = Object.entries(states).sort(([, a], [, b]) => (b.last?.at ?? 0) - (a.last?.at ?? 0));
  return newest?.[0] ?? null;
}
