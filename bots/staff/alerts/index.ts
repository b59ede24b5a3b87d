import type { StaffFeature } from "../slack/feature.ts";
import { alertActions } from "./actions.ts";
import { alertCardOf, alertReminderOf } from "./card.ts";
import { alertsCommand } from "./command.ts";
import { alertModals } from "./modals.ts";
import { openAlerts } from "./undecided.ts";

/** Alerts: staff are called to a conversation, and say what became of it. */
export const alerts: StaffFeature = {
  cards: { alert: alertCardOf, alert_reminder: alertReminderOf },
  commands: [alertsCommand],
  actions: alertActions,
  modals: alertModals,
  undecided: { alert: (ctx) => openAlerts(ctx) },
};
