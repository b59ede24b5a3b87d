import type { AlertRecord } from "#core/model/alert.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { showCard } from "#core/usecases/staff-chat/effects.ts";
import { getAlert } from "./get-alert.ts";

/** Changes one alert, with its card, in one commit. `step` is asked again after a lost race; the same object changes nothing. */
export async function changeAlert(ctx: Context, id: string, step: (alert: AlertRecord) => AlertRecord): Promise<AlertRecord> {
  return retrying(ctx, async () => {
    const before = await getAlert(ctx, { id });
    const after = step(before);
    const changes = new ChangeSet();
    writeAlert(ctx, changes, before, after);
    return commit(ctx, changes, after);
  });
}

/**
 * Puts a changed alert in the place of the one that was read, and asks for its card and its reminders. Of one that the change set
 * writes already there is only the newest form, guarded by the row that was read first.
 */
export function writeAlert(ctx: Context, changes: ChangeSet, before: AlertRecord, after: AlertRecord): void {
  if (after === before) return;
  if (!changes.rewrite("alerts", after)) changes.replace("alerts", before, after);
  showAlert(ctx, changes, after, before.reminders);
}

/**
 * Asks for the card of an alert and for its last reminder, by which staff are told anew where it is not posted yet. The one before a new
 * reminder is asked for once more, and says no more than that there is a later one. `shownBefore`: how many there were.
 */
export function showAlert(ctx: Context, changes: ChangeSet, { id, reminders }: AlertRecord, shownBefore = reminders): void {
  showCard(ctx, changes, "alert", id);
  for (const number of new Set([shownBefore, reminders])) if (number > 0) showCard(ctx, changes, "alert_reminder", `${id}:${number}`);
}
