import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { Context } from "#core/ports/context.ts";
import { listDeliveries } from "#core/usecases/deliveries/deliveries.ts";

/** Messages of which somebody is to find out whether they arrived, 200 at most. */
export async function undecidedDeliveries(ctx: Context): Promise<DeliveryRecord[]> {
  return (await listDeliveries(ctx, { state: ["unknown"], page: { limit: 200, cursor: null } })).data;
}
