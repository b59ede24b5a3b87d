import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { Context } from "#core/ports/context.ts";
import { isLostReply } from "#core/rules/delivery/delivery.ts";
import type { CardBuilder } from "../slack/feature.ts";
import { type UnknownSendModel, unknownSend } from "./card-blocks.ts";

/** A message that may not have arrived, or an answer of staff that did not go; null: it is gone with its contact. */
export const deliveryCardOf: CardBuilder = async (ctx, id) => {
  const delivery = await ctx.store.deliveries.find(id);
  const model = delivery && (await unknownSendModel(ctx, delivery));
  return (
    model && { contactId: model.contact.id, ...unknownSend(model), isRequired: model.delivery.state === "unknown" || isLostReply(model.delivery) }
  );
};

export async function unknownSendModel(ctx: Context, delivery: DeliveryRecord): Promise<UnknownSendModel | null> {
  const contact = await ctx.store.contacts.find(delivery.contactId);
  if (!contact) return null;
  const { timeZone: zone } = (await ctx.store.settings.current()).document;
  return { delivery, contact, decider: await deciderOf(ctx, delivery), zone, now: ctx.now() };
}

/** The member of staff who settled it, whom resolveDelivery stores in the reason. */
async function deciderOf(ctx: Context, { reason }: DeliveryRecord): Promise<string | null> {
  const id = /^resolved by (stf_\w+)$/.exec(reason ?? "")?.[1];
  return id === undefined ? null : ((await ctx.store.staff.find(id))?.name ?? null);
}
