import type { Context } from "#core/ports/context.ts";
import type { Directory } from "#core/ports/store.ts";
import { sendAgain } from "./settle-delivery.ts";

const chunk = 500;

/**
 * Asks again for deliveries that nobody seems to carry out: the queue is motion, and what is lost with it is rebuilt from
 * the ledger. A job that has not begun for `patienceMs` may be lost; asking twice is harmless. Returns how many there were.
 */
export async function askAgain(directory: Directory, contextFor: (agentId: string) => Context, now: number, patienceMs: number): Promise<number> {
  const stalled = await directory.stalledDeliveries(now - patienceMs, now, chunk);
  for (const delivery of stalled) await sendAgain(contextFor(delivery.agentId), delivery, null);
  return stalled.length;
}
