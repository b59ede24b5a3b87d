import type { AlertRecord } from "#core/model/alert.ts";
import { type AlertMention, type AlertRoute, type EscalationSettings, type Severity, severities } from "#core/model/escalation.ts";

/** Where an alert is shown in the staff chat, and whom it calls. `channelId` null: the workspace's own channel. */
export type AlertPlace = { channelId: string | null; mention: AlertMention };

/** The first route that fits the alert's severity and branch; without one its own channel, and who is on duty for what is high or urgent. */
export function placeOf(
  { severity, branchId }: Pick<AlertRecord, "severity" | "branchId">,
  { routes }: Pick<EscalationSettings, "routes">,
): AlertPlace {
  const fits = (route: AlertRoute) => isAtLeast(severity, route.severity) && (route.branchId === null || route.branchId === branchId);
  const found = routes.find(fits);
  return found ?? { channelId: null, mention: isAtLeast(severity, "high") ? "on_duty" : "none" };
}

/** The channel of the routes that are for this branch alone, the one for the least severe first; null: the workspace's own. */
export function channelOfBranch(branchId: string | null, { routes }: Pick<EscalationSettings, "routes">): string | null {
  const own = routes.filter((route) => branchId !== null && route.branchId === branchId && route.channelId !== null);
  const [first] = own.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  return first?.channelId ?? null;
}

/**
 * Whom a reminder calls: those on duty with the first, whatever the severity, and with the second the admins, too.
 * `reminders` is how many there have been, this one included.
 */
export function calledByReminder(reminders: number): { onDuty: boolean; admins: boolean } {
  return { onDuty: reminders >= 1, admins: reminders >= 2 };
}

/** The most severe first, and of those the oldest. */
export function byUrgency(a: Pick<AlertRecord, "severity" | "openedAt" | "id">, b: Pick<AlertRecord, "severity" | "openedAt" | "id">): number {
  const bySeverity = severities.indexOf(b.severity) - severities.indexOf(a.severity);
  return bySeverity || a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1);
}

function isAtLeast(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(least);
}
