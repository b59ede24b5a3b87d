import type { DeliveryRecord, DeliveryState } from "#core/model/delivery.ts";
import type { FollowUpState } from "#core/model/followup.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { moveFollowUp } from "#core/rules/followups/machine.ts";

/** What a step of its delivery makes of a follow-up; null: it stays as it is. */
const after: Record<DeliveryState, FollowUpState | null> = {
  queued: "approved",
  claimed: null,
  sending: "claimed",
  sent: "sent",
  delivered: "sent",
  read: "sent",
  skipped: null,
  failed: "failed",
  unknown: "unknown",
};

/** Lets a follow-up go with its delivery, in the same commit. Does nothing for other deliveries. */
export async function followDelivery(ctx: Context, changes: ChangeSet, delivery: DeliveryRecord): Promise<void> {
  const to = after[delivery.state];
  if (delivery.followUpId === null || to === null) return;
  const followUp = await ctx.store.followUps.find(delivery.followUpId);
  if (!followUp || followUp.deliveryId !== delivery.id || followUp.state === to) return;
  const settled: readonly FollowUpState[] = ["sent", "replied", "converted", "opted_out", "no_reply", "failed"];
  if (settled.includes(followUp.state)) return;
  const { followUps: policy } = (await ctx.store.settings.current()).document;
  const change = to === "sent" ? { sentAt: delivery.sentAt ?? ctx.now() } : to === "failed" ? { endedBecause: delivery.reason } : {};
  changes.moveFollowUp(followUp, moveFollowUp(followUp, to, change, policy, ctx.now()));
}
