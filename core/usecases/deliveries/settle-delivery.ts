import type { DeliveryRecord, SendResult } from "#core/model/delivery.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { afterAttempt, isLostReply } from "#core/rules/delivery/delivery.ts";
import { commitStep, retrying } from "#core/usecases/commit.ts";
import { effect } from "#core/usecases/effect.ts";
import { followDelivery } from "#core/usecases/followups/follow-delivery.ts";
import { showCard } from "#core/usecases/staff-chat/effects.ts";
import { recordSent } from "./record-sent.ts";

/** Stores how the attempt ended. A message that went out is a fact of the conversation, in the same commit. */
export async function settleDelivery(ctx: Context, sending: DeliveryRecord, result: SendResult): Promise<void> {
  const settled = afterAttempt(sending, result, ctx.now());
  if (result.outcome === "accepted") {
    await recordSent(ctx, settled, result.at);
    return requestNextReply(ctx, settled);
  }
  await retrying(ctx, async () => {
    const changes = new ChangeSet().moveDelivery(settled, "sending");
    if (settled.state === "queued") addSendRequest(ctx, changes, settled, settled.notBefore);
    const isAskedAbout = settled.state === "unknown" || (settled.state === "failed" && settled.attempts > 1);
    if (isAskedAbout || isLostReply(settled)) showCard(ctx, changes, "delivery", settled.id);
    await followDelivery(ctx, changes, settled);
    if (result.outcome === "refused" && result.reason === "blocked") await blockIdentity(ctx, changes, settled, ctx.now());
    await commitStep(ctx, changes);
  });
  if (settled.state !== "queued") await requestNextReply(ctx, settled);
}

/** Marks the identity that a delivery went to as one that has blocked us, since `at` (ms since 1970) if it was not before. */
export async function blockIdentity(ctx: Context, changes: ChangeSet, { identityId }: DeliveryRecord, at: number): Promise<void> {
  const identity = await ctx.store.connections.identity(identityId);
  const contact = identity && (await ctx.store.contacts.find(identity.contactId));
  if (contact) changes.expect(contact).replace("identities", identity, { ...identity, blockedAt: identity.blockedAt ?? at });
}

/** Replies of one conversation go in order: requests the sending of the one that has waited for this. */
export async function requestNextReply(ctx: Context, { purpose, conversationId }: DeliveryRecord): Promise<void> {
  if (purpose !== "reply") return;
  const next = await ctx.store.deliveries.firstOpen(conversationId);
  if (next?.state === "queued") await requestSend(ctx, next, next.notBefore);
}

/** Requests the sending of a queued delivery once more. `at` in ms since 1970; null: at once. */
export async function requestSend(ctx: Context, delivery: DeliveryRecord, at: number | null): Promise<void> {
  const changes = new ChangeSet();
  addSendRequest(ctx, changes, delivery, at);
  await commitStep(ctx, changes);
}

/** Adds the same request to a change set. Each has a key of its own, since the queue ignores a key it has seen. */
export function addSendRequest(ctx: Context, changes: ChangeSet, { id }: DeliveryRecord, startAfter: number | null): void {
  effect(ctx, changes, { type: "delivery.send", cause: `${id}:${ctx.newUuid()}`, payload: { deliveryId: id }, startAfter });
}
