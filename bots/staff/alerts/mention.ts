import type { AlertRecord } from "#core/model/alert.ts";
import type { EscalationSettings } from "#core/model/escalation.ts";
import type { StaffRecord, WorkspaceRecord } from "#core/model/staff.ts";
import { calledByReminder, placeOf } from "#core/rules/alerts/route.ts";

/** The most people that one card names. */
const mostNamed = 20;

/**
 * Whom the card of an alert calls in a workspace, as Slack's own mark-up: people by their ids there, or everybody who is active in
 * the channel. Empty: nobody. With `reminders` more people are called than by the alert itself.
 */
export function mentionOf(
  alert: Pick<AlertRecord, "severity" | "branchId">,
  settings: Pick<EscalationSettings, "routes">,
  staff: readonly StaffRecord[],
  { teamId }: Pick<WorkspaceRecord, "teamId">,
  reminders = 0,
): string {
  const { mention } = placeOf(alert, settings);
  if (mention === "here") return "<!here>";
  const called = calledByReminder(reminders);
  const isCalled = ({ role }: StaffRecord) =>
    role === "admin" ? called.admins || called.onDuty || mention === "on_duty" : role !== "viewer" && (called.onDuty || mention === "on_duty");
  const ids = staff.filter((one) => one.slackTeamId === teamId && isCalled(one)).flatMap(({ slackUserId }) => slackUserId ?? []);
  return ids
    .filter((id) => /^[UW][A-Z0-9]+$/.test(id))
    .slice(0, mostNamed)
    .map((id) => `<@${id}>`)
    .join(" ");
}
