import type { DeliveryRecord, DeliveryState } from "#core/model/delivery.ts";
import type { FollowUpRecord, FollowUpState } from "#core/model/followup.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { moveFollowUp } from "#core/rules/followups/machine.ts";
import { saveFollowUp } from "./save-followup.ts";

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
  const now = ctx.now();
  const sentAt = delivery.sentAt ?? now;
  const change = to === "sent" ? { sentAt, endedBecause: null } : to === "failed" ? { endedBecause: delivery.reason } : {};
  const moved = moveFollowUp(followUp, to, change, policy, now);
  const isAnswered = to === "sent" && followUp.endedBecause === "replied" && (await lastInboundAt(ctx, followUp)) >= sentAt;
  saveFollowUp(ctx, changes, followUp, isAnswered ? moveFollowUp(moved, "replied", {}, policy, now) : moved);
}

/** An answer may be quicker than the platform's word that the message was taken. */
async function lastInboundAt(ctx: Context, { contactId }: FollowUpRecord): Promise<number> {
  return (await ctx.store.contacts.find(contactId))?.state.lastInbound?.at ?? Number.NEGATIVE_INFINITY;
}

/**
 * Where its delivery does not go at all a follow-up is withdrawn, if it is the person who does not want it; else people are
 * asked once more. In the same commit.
 */
export async function giveBack(ctx: Context, changes: ChangeSet, { id, followUpId, reason }: DeliveryRecord): Promise<void> {
  const followUp = followUpId === null ? null : await ctx.store.followUps.find(followUpId);
  if (followUp?.state !== "approved" || followUp.deliveryId !== id) return;
  const { followUps: policy } = (await ctx.store.settings.current()).document;
  const [to, change] = reason === "blocked" ? (["withdrawn", { endedBecause: reason }] as const) : (["proposed", { deliveryId: null }] as const);
  saveFollowUp(ctx, changes, followUp, moveFollowUp(followUp, to, { endedBecause: null, ...change }, policy, ctx.now()));
}
