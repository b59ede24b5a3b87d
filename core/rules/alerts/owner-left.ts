import { type AlertRecord, isOpenAlert } from "#core/model/alert.ts";
import type { EscalationSettings } from "#core/model/escalation.ts";
import { withEvent } from "./history.ts";
import { remindAt } from "./raise.ts";

/**
 * An alert whose owner has left the staff: open again, nobody's, and shown as a new message to staff, as `withEvidence` does when the
 * customer calls again. The same object when it has ended or is another's. `at` in ms since 1970.
 */
export function ownerLeft(
  alert: AlertRecord,
  staffId: string,
  { by, at, settings }: { by: string; at: number; settings: EscalationSettings },
): AlertRecord {
  if (alert.ownerId !== staffId || !isOpenAlert(alert)) return alert;
  const free = { ...alert, state: "open", ownerId: null, reminders: alert.reminders + 1, remindAt: remindAt(settings, 0, at) } as const;
  return withEvent(free, { at, what: "released", by, note: "they left the staff" });
}
