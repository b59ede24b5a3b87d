import { fail } from "#core/errors.ts";
import { type AlertEventKind, type AlertRecord, type AlertState, isOpenAlert } from "#core/model/alert.ts";
import { minute } from "#core/rules/time.ts";
import { withEvent } from "./history.ts";

/** What staff do with an alert, in the order in which it is offered. */
export const alertActs = ["take_over", "acknowledge", "release", "resolve", "dismiss"] as const;
export type AlertAct = (typeof alertActs)[number];

/** The state that each act leads to; the same state: it changes nothing; null: it is refused. */
const next: Record<AlertAct, Record<AlertState, AlertState | null>> = {
  acknowledge: { open: "acknowledged", acknowledged: "acknowledged", taken_over: "taken_over", resolved: null, dismissed: null },
  take_over: { open: "taken_over", acknowledged: "taken_over", taken_over: "taken_over", resolved: null, dismissed: null },
  release: { open: "open", acknowledged: "acknowledged", taken_over: "acknowledged", resolved: null, dismissed: null },
  resolve: { open: "resolved", acknowledged: "resolved", taken_over: "resolved", resolved: "resolved", dismissed: null },
  dismiss: { open: "dismissed", acknowledged: "dismissed", taken_over: "dismissed", resolved: null, dismissed: "dismissed" },
};

const eventOf = {
  acknowledge: "acknowledged",
  take_over: "taken_over",
  release: "released",
  resolve: "resolved",
  dismiss: "dismissed",
} as const satisfies Record<AlertAct, AlertEventKind>;

/** Who acts and when (ms since 1970). `reason`: why it ends. `muteMinutes`: for how long its rule then calls nobody to the conversation. */
export type AlertStep = { by: string; at: number; reason?: string | null; muteMinutes?: number | null };

/**
 * The one place an alert changes state. An act whose result is there already gives the same object; an alert that has ended
 * otherwise throws `conflict`. Who has taken the conversation over is the alert's owner, also when that changes hands.
 */
export function moveAlert(alert: AlertRecord, act: AlertAct, step: AlertStep): AlertRecord {
  const to = next[act][alert.state];
  if (to === null) return fail("conflict", `the alert is ${alert.state} already`, { id: alert.id, state: alert.state });
  const isTakenAnew = act === "take_over" && alert.ownerId !== step.by;
  if (to === alert.state && !isTakenAnew) return alert;
  const { by, at, reason = null } = step;
  const moved = withEvent({ ...alert, state: to, remindAt: null }, { at, what: eventOf[act], by, note: reason });
  if (act === "release") return moved;
  return isOpenAlert(moved) ? { ...moved, ownerId: by } : ended(moved, step);
}

function ended(alert: AlertRecord, { by, at, reason = null, muteMinutes = null }: AlertStep): AlertRecord {
  const over = { ...alert, endedAt: at, endedBy: by, endedBecause: reason };
  if (muteMinutes === null || muteMinutes === 0) return over;
  return withEvent({ ...over, mutedUntil: at + muteMinutes * minute }, { at, what: "muted", by, note: `for ${muteMinutes} minutes` });
}

/** Whether the act would change the alert's state: what to offer on its card. */
export function changesAlert({ state }: Pick<AlertRecord, "state">, act: AlertAct): boolean {
  const to = next[act][state];
  return to !== null && to !== state;
}
