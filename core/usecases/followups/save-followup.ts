import type { FollowUpRecord } from "#core/model/followup.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { showCard } from "#core/usecases/staff-chat/effects.ts";

/** Adds a new follow-up to the change set, and the effect that shows its card to staff. */
export function addFollowUp(ctx: Context, changes: ChangeSet, followUp: FollowUpRecord): void {
  changes.insert("followups", followUp);
  showCard(ctx, changes, "followup", followUp.id);
}

/** Adds a changed follow-up to the change set, guarded by the row that was read, and the effect that updates its card. */
export function saveFollowUp(ctx: Context, changes: ChangeSet, before: FollowUpRecord, after: FollowUpRecord): void {
  changes.moveFollowUp(before, after);
  showCard(ctx, changes, "followup", after.id);
}
