import type { DeliveryRecord, DeliveryState } from "#core/model/delivery.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";

/** The send ledger, newest first; `state: ["unknown"]` is what waits for a person's word. */
export async function listDeliveries(
  ctx: Context,
  input: { state?: DeliveryState[]; conversationId?: string; page: PageQuery },
): Promise<Page<DeliveryRecord>> {
  const { page, ...filter } = input;
  return ctx.store.deliveries.list(filter, page);
}
