import { fail } from "#core/errors.ts";
import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { Context } from "#core/ports/context.ts";

export async function getDelivery(ctx: Context, input: { id: string }): Promise<DeliveryRecord> {
  return (await ctx.store.deliveries.find(input.id)) ?? fail("not_found", `delivery ${input.id} does not exist`);
}
