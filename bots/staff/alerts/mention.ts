import type { AlertRecord } from "#core/model/alert.ts";
import type { EscalationSettings } from "#core/model/escalation.ts";
import type { StaffRecord } from "#core/model/staff.ts";
import { calledByReminder, placeOf } from "#core/rules/alerts/route.ts";

/** The most people that one card names. */
const mostNamed = 20;

/** Who can be called: everybody who works here, the ids of those on duty, and the workspace that the card is in. */
export type Callable = { staff: readonly StaffRecord[]; onDutyIds: readonly string[]; teamId: string };

/**
 * Whom the card of an alert calls in a workspace, as Slack's own mark-up: people by their ids there, or everybody who is active in
 * the channel. Empty: nobody. With `reminders` more people are called than by the alert itself.
 */
export function mentionOf(
  alert: Pick<AlertRecord, "severity" | "branchId">,
  settings: Pick<EscalationSettings, "routes">,
  { staff, onDutyIds, teamId }: Callable,
  reminders = 0,
): string {
  const { mention } = placeOf(alert, settings);
  if (mention === "here") return "<!here>";
  const called = calledByReminder(reminders);
  const isCalled = ({ id, role }: StaffRecord) =>
    (onDutyIds.includes(id) && (mention === "on_duty" || called.onDuty)) || (role === "admin" && called.admins);
  const ids = staff.filter((one) => one.slackTeamId === teamId && isCalled(one)).flatMap(({ slackUserId }) => slackUserId ?? []);
  return ids
    .filter((id) => /^[UW][A-Z0-9]+$/.test(id))
    .slice(0, mostNamed)
    .map((id) => `<@${id}>`)
    .join(" ");
}
