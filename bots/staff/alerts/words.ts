import type { AlertState } from "#core/model/alert.ts";
import type { Severity } from "#core/model/escalation.ts";

/** How severe it is, as a mark and a word. */
export const severityWords: Record<Severity, string> = { low: "⚪ Low", normal: "🟡 Normal", high: "🟠 High", urgent: "🔴 Urgent" };

/** What became of an alert that has ended or is in somebody's hands. */
export const stateWords: Record<AlertState, string> = {
  open: "🔔 Nobody has reacted yet",
  acknowledged: "👀 Acknowledged",
  taken_over: "🧑‍💼 Taken over",
  resolved: "✅ Resolved",
  dismissed: "🗑️ Dismissed",
};
