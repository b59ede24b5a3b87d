import type { DeliveryRecord, DeliveryState } from "#core/model/delivery.ts";
import type { FollowUpRecord, FollowUpState } from "#core/model/followup.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { moveFollowUp } from "#core/rules/followups/machine.ts";
import { saveFollowUp } from "./save-followup.ts";

/** The state that a follow-up gets from the new state of its delivery; null: it keeps its state. */
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

/** Updates the follow-up of a delivery in the commit that changes the delivery. Does nothing for a delivery without a follow-up. */
export async function followDelivery(ctx: Context, changes: ChangeSet, delivery: DeliveryRecord): Promise<void> {
  const to = after[delivery.state];
  if (delivery.followUpId === null || to === null) return;
  const followUp = await ctx.store.followUps.find(delivery.followUpId);
  if (!followUp || followUp.deliveryId !== delivery.id || followUp.state === to) return;
  const settled: readonly FollowUpState[] = ["sent", "replied", "converted", "opted_out", "no_reply", "failed"];
  if (settled.includes(followUp.state)) return;
  const { followUps: policy } = (await ctx.store.settings.current()).document;
  const now = ctx.now();
  const sentAt = delivery.sentAt ?? now;
  const change = to === "sent" ? { sentAt, endedBecause: null } : to === "failed" ? { endedBecause: delivery.reason } : {};
  const moved = moveFollowUp(followUp, to, change, policy, now);
  const isAnswered = to === "sent" && followUp.endedBecause === "replied" && (await lastInboundAt(ctx, followUp)) >= sentAt;
  saveFollowUp(ctx, changes, followUp, isAnswered ? moveFollowUp(moved, "replied", {}, policy, now) : moved);
}

/** The customer may answer before the platform has confirmed that it accepted the message. */
async function lastInboundAt(ctx: Context, { contactId }: FollowUpRecord): Promise<number> {
  return (await ctx.store.contacts.find(contactId))?.state.lastInbound?.at ?? Number.NEGATIVE_INFINITY;
}

/**
 * Updates the follow-up of a delivery that is not sent at all: withdrawn when the customer is the reason, else proposed to
 * staff again. In the same commit.
 */
export async function giveBack(ctx: Context, changes: ChangeSet, { id, followUpId, reason }: DeliveryRecord): Promise<void> {
  const followUp = followUpId === null ? null : await ctx.store.followUps.find(followUpId);
  if (followUp?.state !== "approved" || followUp.deliveryId !== id) return;
  const { followUps: policy } = (await ctx.store.settings.current()).document;
  const [to, change] = reason === "blocked" ? (["withdrawn", { endedBecause: reason }] as const) : (["proposed", { deliveryId: null }] as const);
  saveFollowUp(ctx, changes, followUp, moveFollowUp(followUp, to, { endedBecause: null, ...change }, policy, ctx.now()));
}
