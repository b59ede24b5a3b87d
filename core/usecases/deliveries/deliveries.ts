import { fail } from "#core/errors.ts";
import type { DeliveryRecord, DeliveryState } from "#core/model/delivery.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";

/** One delivery by its id. Throws CrmError `not_found`. */
export async function getDelivery(ctx: Context, input: { id: string }): Promise<DeliveryRecord> {
  return (await ctx.store.deliveries.find(input.id)) ?? fail("not_found", `delivery ${input.id} does not exist`);
}

/** The send ledger, newest first; `state: ["unknown"]` lists what a person has to resolve. */
export async function listDeliveries(
  ctx: Context,
  input: { state?: DeliveryState[]; conversationId?: string; page: PageQuery },
): Promise<Page<DeliveryRecord>> {
  const { page, ...filter } = input;
  return ctx.store.deliveries.list(filter, page);
}
