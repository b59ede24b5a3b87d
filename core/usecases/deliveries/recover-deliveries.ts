import type { DeliveryRecord } from "#core/model/delivery.ts";
import { ChangeSet, StaleError } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { Directory } from "#core/ports/store.ts";
import { afterLease } from "#core/rules/delivery.ts";
import { again } from "./settle-delivery.ts";

const chunk = 500;

/**
 * Settles what processes that have died left behind: what was only claimed is sent after all, what was dispatched becomes
 * unknown. `contextFor` gives an agent's context. Returns how many there were.
 */
export async function recoverDeliveries(directory: Directory, contextFor: (agentId: string) => Context, now: number): Promise<number> {
  const expired = await directory.expiredDeliveries(now, chunk);
  for (const delivery of expired) await recover(contextFor(delivery.agentId), delivery, now);
  return expired.length;
}

async function recover(ctx: Context, delivery: DeliveryRecord, now: number): Promise<void> {
  const recovered = afterLease(delivery, now);
  const changes = new ChangeSet().moveDelivery(recovered, delivery.state);
  if (recovered.state === "queued") again(ctx, changes, recovered, null);
  try {
    await ctx.store.commit(changes);
  } catch (error) {
    // Its process lives after all and was first.
    if (!(error instanceof StaleError)) throw error;
  }
}
