import { type AlertRecord, isOpenAlert } from "#core/model/alert.ts";
import type { WorkspaceRecord } from "#core/model/staff.ts";
import type { Context } from "#core/ports/context.ts";
import { placeOf } from "#core/rules/alerts/route.ts";
import { onDuty } from "#core/rules/duty/on-duty.ts";
import type { Place } from "#core/rules/duty/opening-times.ts";
import { describeAlert } from "#core/usecases/alerts/describe-alert.ts";
import type { CardBuilder } from "../slack/feature.ts";
import { everyStaff, staffNames } from "../slack/staff-names.ts";
import { type AlertCardModel, alertCard } from "./card-blocks.ts";
import { mentionOf } from "./mention.ts";
import { earlierReminder, reminderLine } from "./reminder-blocks.ts";

/** The card of an alert in the channel that the settings name; null: it is deleted. None is posted for one that has ended. */
export const alertCardOf: CardBuilder = async (ctx, id, workspace) => {
  const alert = await ctx.store.alerts.find(id);
  const model = alert && (await alertModel(ctx, alert, workspace));
  if (!alert || !model) return null;
  const { escalations } = (await ctx.store.settings.current()).document;
  return { contactId: alert.contactId, ...alertCard(model), isRequired: isOpenAlert(alert), channelId: placeOf(alert, escalations).channelId };
};

/** The reminder of an alert that nobody has reacted to, by its subject `ALERT:NUMBER`. The last one says when somebody has. */
export const alertReminderOf: CardBuilder = async (ctx, subject, workspace) => {
  const [id = "", number = ""] = subject.split(":");
  const alert = await ctx.store.alerts.find(id);
  const model = alert && (await alertModel(ctx, alert, workspace, Number(number)));
  if (!alert || !model) return null;
  const { escalations } = (await ctx.store.settings.current()).document;
  const isLast = Number(number) >= alert.reminders;
  const blocks = isLast ? reminderLine(model) : earlierReminder(model);
  return { contactId: alert.contactId, ...blocks, isRequired: isLast && alert.state === "open", channelId: placeOf(alert, escalations).channelId };
};

/** What a card says of an alert; null: its contact or its conversation is deleted. `reminders`: of which reminder it is. */
export async function alertModel(ctx: Context, alert: AlertRecord, workspace?: WorkspaceRecord, reminders = 0): Promise<AlertCardModel | null> {
  const { contact, conversation, messages, summary } = await describeAlert(ctx, alert);
  if (!contact || !conversation) return null;
  const { timeZone: zone } = (await ctx.store.settings.current()).document;
  const [names, branch] = await Promise.all([
    staffNames(ctx, [alert.ownerId, alert.endedBy]),
    alert.branchId === null ? null : ctx.store.labels.findBranch(alert.branchId),
  ]);
  return {
    alert,
    contact,
    conversation,
    messages,
    summary,
    mention: workspace && alert.state === "open" ? await whomItCalls(ctx, alert, branch, workspace, reminders) : "",
    ownerName: names.get(alert.ownerId ?? "") ?? null,
    enderName: names.get(alert.endedBy ?? "") ?? null,
    branchName: branch?.name ?? null,
    zone,
    now: ctx.now(),
  };
}

async function whomItCalls(ctx: Context, alert: AlertRecord, branch: Place, { teamId }: WorkspaceRecord, reminders: number): Promise<string> {
  const { document } = await ctx.store.settings.current();
  const staff = await everyStaff(ctx);
  const { staffIds: onDutyIds } = onDuty(document, staff, branch, ctx.now());
  return mentionOf(alert, document.escalations, { staff, onDutyIds, teamId }, reminders);
}
