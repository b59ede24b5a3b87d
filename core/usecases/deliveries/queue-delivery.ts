import type { ConversationRecord } from "#core/model/conversation.ts";
import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { effect } from "#core/usecases/effect.ts";

type NewDelivery = Pick<DeliveryRecord, "text" | "media" | "purpose" | "author" | "onceKey"> &
  Partial<Pick<DeliveryRecord, "followUpId" | "notBefore">>;

/** Adds a delivery and the effect that sends it to the change set of whatever caused it. */
export function queueDelivery(ctx: Context, changes: ChangeSet, conversation: ConversationRecord, input: NewDelivery): DeliveryRecord {
  const now = ctx.now();
  const delivery: DeliveryRecord = {
    id: ctx.newId("dlv"),
    agentId: ctx.store.agentId,
    contactId: conversation.contactId,
    conversationId: conversation.id,
    identityId: conversation.identityId,
    channel: conversation.channel,
    account: conversation.account,
    followUpId: null,
    ...input,
    state: "queued",
    reason: null,
    providerId: null,
    messageId: null,
    attempts: 0,
    notBefore: input.notBefore ?? null,
    sentAt: null,
    deliveredAt: null,
    readAt: null,
    price: null,
    owner: null,
    leaseUntil: null,
    createdBy: ctx.actor.id,
    createdAt: now,
    updatedAt: now,
  };
  changes.insert("deliveries", delivery);
  effect(ctx, changes, { type: "delivery.send", cause: delivery.id, payload: { deliveryId: delivery.id }, startAfter: delivery.notBefore });
  return delivery;
}
