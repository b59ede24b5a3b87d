import type { VersionedSettings } from "#core/model/settings.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { callsOf } from "#core/rules/escalations/calls.ts";
import type { ChangedContact } from "#core/usecases/contact-change/contact-change.ts";
import { type EscalatedConversation, raiseAlerts } from "./raise-alerts.ts";

/**
 * Calls staff where the escalation rules say so, in the commit of the messages and actions that contacts have gained. Settings,
 * merges, upgrades and time alone gain no facts, and call nobody.
 */
export async function escalate(ctx: Context, changes: ChangeSet, settings: VersionedSettings, changed: readonly ChangedContact[]): Promise<void> {
  const { rules } = settings.document.escalations;
  const calls = changed.flatMap(({ before, after, facts, cause }) =>
    callsOf(rules, {
      facts,
      before: before && { grade: before.grade, score: before.score, conversations: before.state.conversations ?? {} },
      after: { ...standingOf(after), conversations: after.state.conversations ?? {} },
      isEdited: cause.kind === "correction",
    }).map((call) => ({ ...call, contact: after })),
  );
  if (calls.length === 0) return;
  const unread = calls.map(({ conversationId }) => conversationId).filter((id) => changes.conversation(id) === undefined);
  const stored = unread.length === 0 ? [] : await ctx.store.conversations.findMany(unread);
  const called = calls.flatMap(({ conversationId, ...call }): EscalatedConversation[] => {
    const conversation = changes.conversation(conversationId) ?? stored.find((row) => row.id === conversationId);
    return conversation ? [{ conversation, ...call }] : [];
  });
  await raiseAlerts(ctx, changes, settings, called);
}

const standingOf = ({ grade, score, status, vip, vipBecause }: ChangedContact["after"]) => ({ grade, score, status, vip, vipBecause });
