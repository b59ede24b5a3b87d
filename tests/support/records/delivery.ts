import type { DeliveryRecord } from "#core/model/delivery.ts";

/** A queued reply, but for what a test says of it. */
export function delivery(given: Partial<DeliveryRecord> = {}): DeliveryRecord {
  return {
    id: "dlv_1",
    agentId: "agt_test",
    contactId: "con_1",
    conversationId: "cnv_1",
    identityId: "idn_1",
    channel: "telegram",
    account: "default",
    purpose: "reply",
    onceKey: null,
    followUpId: null,
    text: "Hello",
    media: [],
    author: "staff",
    state: "queued",
    reason: null,
    providerId: null,
    messageId: null,
    attempts: 0,
    notBefore: null,
    sentAt: null,
    deliveredAt: null,
    readAt: null,
    price: null,
    owner: null,
    leaseUntil: null,
    createdBy: "key_1",
    createdAt: 1_000_000,
    updatedAt: 1_000_000,
    ...given,
  };
}
