import { type AlertRecord, isOpenAlert } from "#core/model/alert.ts";
import type { EscalationSettings } from "#core/model/escalation.ts";
import { minute } from "#core/rules/time.ts";
import { withEvent } from "./history.ts";
import { remindAt } from "./raise.ts";
import { byUrgency } from "./route.ts";

/** Whether staff are on duty, and when they next are (ms since 1970); null: it is not known. */
export type DutyNow = { isOpen: boolean; opensAt: number | null };

/** `others`: the other open alerts of the conversation. */
export type ReminderGiven = { settings: EscalationSettings; duty: DutyNow; others: readonly AlertRecord[]; now: number };

/**
 * An alert whose `remindAt` has come, as it is after that: reminded once more, put off until staff are on duty, or with no more
 * reminders to come (`maxReminders` after each call of the customer). The same object when it is not due. What is urgent, and a
 * customer who is not helped, is not put off. Of several alerts of one conversation that are still to be shown again the most
 * urgent reminds for all: the others wait for what becomes of it.
 */
export function reminded(alert: AlertRecord, { settings, duty, others, now }: ReminderGiven): AlertRecord {
  if (alert.remindAt === null || alert.remindAt > now) return alert;
  if (!isOpenAlert(alert) || remindAt(settings, remindersSinceCall(alert), now) === null) return { ...alert, remindAt: null };
  const greater = others.filter((other) => byUrgency(other, alert) < 0);
  if (greater.some((other) => hasRemindedFor(other, alert))) return { ...alert, remindAt: null };
  const opensAt = !duty.isOpen && duty.opensAt !== null && duty.opensAt > now ? duty.opensAt : null;
  // What is not put off does not wait for one that is.
  const first = greater.find((other) => isReminding(other) && (opensAt === null || isPressing(other) || !isPressing(alert)));
  if (first) return { ...alert, remindAt: Math.max(first.remindAt ?? 0, now + minute) };
  if (opensAt !== null && !isPressing(alert)) return { ...alert, remindAt: opensAt };
  const event = { at: now, what: "reminded", by: "system", note: null } as const;
  const next = remindAt(settings, remindersSinceCall(alert) + 1, now);
  return withEvent({ ...alert, reminders: alert.reminders + 1, remindAt: next }, event);
}

/** It cannot wait until staff are on duty. */
const isPressing = ({ severity, kind }: AlertRecord): boolean => severity === "urgent" || kind === "cannot_resolve";

/** Staff have not seen it and will be shown it again: of one that they have acknowledged they are told nothing more. */
const isReminding = ({ state, remindAt: next }: AlertRecord): boolean => state === "open" && next !== null;

/** It was shown for the last time after the customer gave the reason for the other, and nobody has reacted: it has reminded of both. */
function hasRemindedFor({ state, remindAt: next, history }: AlertRecord, other: AlertRecord): boolean {
  const called = other.history.findLast(({ what }) => what === "raised" || what === "added")?.at ?? other.openedAt;
  return state === "open" && next === null && history.some(({ what, at }) => what === "reminded" && at > called);
}

/** Reminders since the customer last gave a reason to call staff: those of before it are not counted against the most there are. */
function remindersSinceCall({ history, reminders }: AlertRecord): number {
  const added = history.findLastIndex(({ what }) => what === "added");
  if (added < 0) return reminders;
  return history.slice(added + 1).filter(({ what }) => what === "reminded").length;
}
