import type { AlertRecord } from "#core/model/alert.ts";
import { isOpenAlert } from "#core/model/alert.ts";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { isMuted, newAlert, withEvidence } from "#core/rules/alerts/raise.ts";
import type { Escalation } from "#core/rules/escalations/escalations.ts";
import { type EscalatedContact, isFor } from "#core/rules/escalations/is-for.ts";
import { showAlert, writeAlert } from "./change-alert.ts";

/** What calls staff to a conversation, and the contact as it will be. */
export type EscalatedConversation = {
  conversation: ConversationRecord;
  contact: EscalatedContact & { id: string };
  escalations: readonly Escalation[];
};

/**
 * Raises the alerts, or adds to those that are open, in the commit of what caused them, with the effect that shows them. One open
 * alert for each conversation and rule: a second writer loses the race and decides again. While staff own a conversation
 * nothing new is raised about it but that nobody answers there. An alert that staff have acknowledged, or are not reminded of any
 * more, is open again (`withEvidence`).
 */
export async function raiseAlerts(
  ctx: Context,
  changes: ChangeSet,
  settings: VersionedSettings,
  calls: readonly EscalatedConversation[],
): Promise<void> {
  const meant = await forWhom(ctx, calls);
  if (meant.length === 0) return;
  const newest = await ctx.store.alerts.newestOf([...new Set(meant.map(({ conversation }) => conversation.id))]);
  const last = new Map(newest.map((alert): [string, AlertRecord] => [keyOf(alert.conversationId, alert.rule), alert]));
  const written = new Map<string, AlertRecord>();
  for (const { conversation, contact, escalations } of meant) {
    for (const escalation of escalations) {
      const key = keyOf(conversation.id, escalation.rule.id);
      const held = last.get(key);
      const alert = held && isOpenAlert(held) ? held : null;
      const again = { conversation, settings: settings.document.escalations, now: ctx.now() };
      const after = alert ? withEvidence(alert, escalation, again) : raised(ctx, settings, held, conversation, contact, escalation);
      if (after === null || after === alert) continue;
      last.set(key, after);
      written.set(after.id, after);
    }
  }
  for (const alert of written.values()) writeRaised(ctx, changes, newest, alert);
}

/** Rules that name a tag are asked last, since tags are read for them. */
async function forWhom(ctx: Context, calls: readonly EscalatedConversation[]): Promise<EscalatedConversation[]> {
  const tagged = calls.filter(({ escalations }) => escalations.some(({ rule }) => rule.only.tag.length > 0)).map(({ contact }) => contact.id);
  const tags = tagged.length === 0 ? new Map() : await ctx.store.labels.tagsOf(tagged);
  return calls.flatMap(({ conversation, contact, escalations }) => {
    const ids = (tags.get(contact.id) ?? []).map(({ id }: { id: string }) => id);
    const meant = escalations.filter(({ rule }) => isFor(rule, contact, conversation, ids));
    return meant.length === 0 ? [] : [{ conversation, contact, escalations: meant }];
  });
}

function raised(
  ctx: Context,
  { document }: VersionedSettings,
  last: AlertRecord | undefined,
  conversation: ConversationRecord,
  contact: EscalatedContact,
  escalation: Escalation,
): AlertRecord | null {
  const isOwned = conversation.takenOverAt !== null && escalation.rule.kind !== "unanswered";
  if (isOwned || isMuted(last, escalation, ctx.now())) return null;
  const branchId = conversation.branchId ?? contact.branchId;
  return newAlert(escalation, { id: ctx.newId("alt"), now: ctx.now(), conversation, branchId, settings: document.escalations });
}

function writeRaised(ctx: Context, changes: ChangeSet, stored: readonly AlertRecord[], alert: AlertRecord): void {
  const before = stored.find(({ id }) => id === alert.id);
  if (before) writeAlert(ctx, changes, before, alert);
  else {
    changes.insert("alerts", alert);
    showAlert(ctx, changes, alert);
  }
}

const keyOf = (conversationId: string, rule: string): string => `${conversationId}|${rule}`;
