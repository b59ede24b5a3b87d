import { type AlertEvidence, type AlertRecord, isOpenAlert } from "#core/model/alert.ts";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { EscalationSettings } from "#core/model/escalation.ts";
import type { Escalation } from "#core/rules/escalations/escalations.ts";
import { minute } from "#core/rules/time.ts";
import { bounded, withEvent } from "./history.ts";

/** The most evidence that one alert holds; the first is always kept. */
const mostEvidence = 20;

/** Whether the rule raises no new alert about the conversation now: its last one has just ended, or was muted. Asking for a person always does. */
export function isMuted(last: AlertRecord | undefined, { rule, isRequest }: Escalation, now: number): boolean {
  if (!last || isOpenAlert(last) || isRequest) return false;
  return now < (last.mutedUntil ?? 0) || now < (last.endedAt ?? 0) + rule.muteMinutes * minute;
}

type NewAlert = { id: string; now: number; conversation: ConversationRecord; branchId: string | null; settings: EscalationSettings };

/** The alert that a rule raises about a conversation. */
export function newAlert({ rule, reason, evidence }: Escalation, { id, now, conversation, branchId, settings }: NewAlert): AlertRecord {
  return {
    id,
    agentId: conversation.agentId,
    contactId: conversation.contactId,
    conversationId: conversation.id,
    rule: rule.id,
    kind: rule.kind,
    ruleName: rule.name,
    severity: rule.severity,
    state: "open",
    reason,
    evidence,
    history: [{ at: now, what: "raised", by: "system", note: null }],
    branchId,
    openedAt: now,
    updatedAt: now,
    ownerId: null,
    endedAt: null,
    endedBy: null,
    endedBecause: null,
    mutedUntil: null,
    remindAt: remindAt(settings, 0, now),
    reminders: 0,
  };
}

/** An open alert with what adds to it; the same object when nothing is new. */
export function withEvidence(alert: AlertRecord, { evidence, reason }: Escalation, now: number): AlertRecord {
  const isKnown = (one: AlertEvidence) => alert.evidence.some(({ messageId, because }) => messageId === one.messageId && because === one.because);
  const added = evidence.filter((one) => !isKnown(one));
  if (added.length === 0) return alert;
  const event = { at: now, what: "added", by: "system", note: reason } as const;
  return withEvent({ ...alert, evidence: bounded([...alert.evidence, ...added], mostEvidence) }, event);
}

/** When an open alert is shown again after so many reminders; null: it is not. */
export function remindAt({ remindAfterMinutes, maxReminders }: EscalationSettings, reminders: number, now: number): number | null {
  return remindAfterMinutes === null || reminders >= maxReminders ? null : now + remindAfterMinutes * minute;
}
