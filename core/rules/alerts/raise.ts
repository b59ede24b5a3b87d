import { type AlertEvidence, type AlertRecord, isOpenAlert } from "#core/model/alert.ts";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { EscalationSettings } from "#core/model/escalation.ts";
import type { Escalation } from "#core/rules/escalations/escalations.ts";
import { minute } from "#core/rules/time.ts";
import { bounded, mostEvidence, withEvent } from "./history.ts";

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

/** The conversation that staff are called to again, and the settings that say how often they are reminded. `now`: ms since 1970. */
type CalledAgain = { conversation: Pick<ConversationRecord, "takenOverAt">; settings: EscalationSettings; now: number };

/**
 * An open alert with what adds to it; the same object when nothing is new. Where staff hear nothing of it any more (`callsAnew`) it
 * is open again, nobody's, and counts one reminder more, which is shown as a new message to staff.
 */
export function withEvidence(alert: AlertRecord, escalation: Escalation, again: CalledAgain): AlertRecord {
  const { evidence, reason, isRequest } = escalation;
  const added = evidence.filter((one) => !alert.evidence.some((known) => isSameEvidence(known, one)));
  const known = reworded(alert.evidence, evidence);
  if (added.length === 0) return known === alert.evidence ? alert : { ...alert, evidence: known, updatedAt: again.now };
  const event = { at: again.now, what: "added", by: "system", note: reason } as const;
  const more = { ...alert, evidence: bounded([...known, ...added], mostEvidence), reason: isRequest ? reason : alert.reason };
  return withEvent(callsAnew(alert, escalation, again) ? reopened(more, escalation, again) : more, event);
}

const isSameEvidence = (a: AlertEvidence, b: AlertEvidence): boolean => a.messageId === b.messageId && a.because === b.because;

/** What an edited message shows in other words than before is shown in these. */
function reworded(known: AlertEvidence[], found: readonly AlertEvidence[]): AlertEvidence[] {
  const next = known.map((one) => found.find((other) => isSameEvidence(one, other)) ?? one);
  return next.some(({ quote }, i) => quote !== known[i]?.quote) ? next : known;
}

/**
 * Whether staff are told anew of an alert that one of them has acknowledged, or that is not shown again by itself: while nobody owns
 * the conversation, at once when the customer asks for a person, else when the rule's quiet time is over. Where the settings remind
 * of nothing, an alert that nobody has acknowledged waits for that time, too.
 */
function callsAnew({ state, remindAt: next, history }: AlertRecord, { rule, isRequest }: Escalation, { conversation, settings, now }: CalledAgain) {
  const isSeen = state === "acknowledged";
  const isUsedUp = state === "open" && next === null;
  if (conversation.takenOverAt !== null || !(isSeen || isUsedUp)) return false;
  if (isRequest && (isSeen || remindAt(settings, 0, now) !== null)) return true;
  // What the customer added meanwhile does not make the quiet after an acknowledgement longer.
  const last = history.findLast(({ what }) => !isSeen || what !== "added");
  return now >= (last?.at ?? 0) + rule.muteMinutes * minute;
}

function reopened(alert: AlertRecord, { reason }: Escalation, { settings, now }: CalledAgain): AlertRecord {
  return { ...alert, state: "open", ownerId: null, reason, reminders: alert.reminders + 1, remindAt: remindAt(settings, 0, now) };
}

/** When an open alert is shown again after so many reminders; null: it is not. */
export function remindAt({ remindAfterMinutes, maxReminders }: EscalationSettings, reminders: number, now: number): number | null {
  return remindAfterMinutes === null || reminders >= maxReminders ? null : now + remindAfterMinutes * minute;
}
