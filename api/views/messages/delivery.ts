import { z } from "@hono/zod-openapi";
import { type DeliveryRecord, deliveryStates, purposes } from "#core/model/delivery.ts";
import { channels } from "#core/model/vocabulary.ts";
import { iso, Moment } from "../moment.ts";

export const DeliveryView = z
  .object({
    id: z.string().meta({ example: "dlv_01kaw3v6h0abcdefghjkmnpqrs" }),
    broadcastId: z.string().nullable().meta({ example: null }),
    contactId: z.string().meta({ example: "con_01kaw3v6h0abcdefghjkmnpqrs" }),
    conversationId: z.string().meta({ example: "cnv_01kaw3v6h0abcdefghjkmnpqrs" }),
    channel: z.enum(channels).meta({ example: "telegram" }),
    account: z.string().meta({ example: "default" }),
    purpose: z.enum(purposes).meta({ example: "reply" }),
    state: z
      .enum(deliveryStates)
      .meta({ description: "`unknown`: the platform may have it or not; it is never sent again by itself", example: "sent" }),
    reason: z.string().nullable().meta({ description: "Why it waits, was skipped, failed or is unknown", example: null }),
    providerId: z.string().nullable().meta({ description: "The platform's id of the message", example: "77:1204" }),
    messageId: z.string().nullable().meta({ description: "The message it became", example: "msg_01kaw3v6h0abcdefghjkmnpqrs" }),
    text: z.string().meta({ example: "Friday at 3 it is." }),
    attempts: z.int().meta({ example: 1 }),
    notBefore: Moment.nullable(),
    createdAt: Moment,
    updatedAt: Moment,
  })
  .meta({ id: "Delivery", description: "One message to one recipient, and how far it has come" });

export function toDeliveryView(delivery: DeliveryRecord): z.infer<typeof DeliveryView> {
  const { id, contactId, conversationId, channel, account, purpose, state, reason, providerId, messageId, text, attempts } = delivery;
  return {
    id,
    broadcastId: null,
    contactId,
    conversationId,
    channel,
    account,
    purpose,
    state,
    reason,
    providerId,
    messageId,
    text,
    attempts,
    notBefore: delivery.notBefore === null ? null : iso(delivery.notBefore),
    createdAt: iso(delivery.createdAt),
    updatedAt: iso(delivery.updatedAt),
  };
}
