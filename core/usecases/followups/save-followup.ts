import type { FollowUpRecord } from "#core/model/followup.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { showCard } from "#core/usecases/staff-chat/effects.ts";

/** Keeps a new follow-up; staff see its card. */
export function addFollowUp(ctx: Context, changes: ChangeSet, followUp: FollowUpRecord): void {
  changes.insert("followups", followUp);
  showCard(ctx, changes, "followup", followUp.id);
}

/** Keeps a step of a follow-up, if it is still as it was read; its card follows. */
export function saveFollowUp(ctx: Context, changes: ChangeSet, before: FollowUpRecord, after: FollowUpRecord): void {
  changes.moveFollowUp(before, after);
  showCard(ctx, changes, "followup", after.id);
}
