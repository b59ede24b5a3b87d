import type { AlertRecord } from "#core/model/alert.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { reminded } from "#core/rules/alerts/remind.ts";
import { onDuty } from "#core/rules/duty/on-duty.ts";
import { commitStep, retrying } from "#core/usecases/commit.ts";
import { writeAlert } from "./change-alert.ts";
import { openAlertsOf } from "./follow-conversation.ts";

const chunk = 100;

/**
 * Shows alerts again that nobody has reacted to, at most as often as the settings say: each in a commit of its own. Handles at most
 * `limit` and returns how many were due.
 */
export async function remindAlerts(ctx: Context, { limit }: { limit: number }): Promise<number> {
  let handled = 0;
  while (handled < limit) {
    const due = await ctx.store.alerts.toRemind(ctx.now(), Math.min(chunk, limit - handled));
    for (const alert of due) await remindAlert(ctx, alert);
    handled += due.length;
    if (due.length < chunk) break;
  }
  return handled;
}

async function remindAlert(ctx: Context, { id }: AlertRecord): Promise<void> {
  await retrying(ctx, async () => {
    const alert = await ctx.store.alerts.find(id);
    if (!alert) return;
    const { document } = await ctx.store.settings.current();
    const branch = alert.branchId === null ? null : await ctx.store.labels.findBranch(alert.branchId);
    const duty = onDuty(document, [], branch, ctx.now());
    const others = (await openAlertsOf(ctx, alert.conversationId)).filter((other) => other.id !== id);
    const changes = new ChangeSet();
    const after = reminded(alert, { settings: document.escalations, duty, others, now: ctx.now() });
    // One that is put off looks the same as before.
    if (after.reminders > alert.reminders) writeAlert(ctx, changes, alert, after);
    else if (after !== alert) changes.replace("alerts", alert, after);
    await commitStep(ctx, changes);
  });
}
