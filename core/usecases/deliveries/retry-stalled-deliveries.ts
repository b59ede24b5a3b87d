import type { Context } from "#core/ports/context.ts";
import type { Directory } from "#core/ports/store.ts";
import { AgentFailures } from "#core/usecases/agent-failures.ts";
import { requestSend } from "./settle-delivery.ts";

const chunk = 500;

/**
 * Requests the sending of deliveries again that have been queued for `patienceMs`: their jobs may be lost with the queue.
 * A second request is harmless. Returns how many there were.
 */
export async function retryStalledDeliveries(
  directory: Directory,
  contextFor: (agentId: string) => Context,
  now: number,
  patienceMs: number,
): Promise<number> {
  const stalled = await directory.stalledDeliveries(now - patienceMs, now, chunk);
  const failures = new AgentFailures();
  for (const delivery of stalled) await failures.attempt(delivery.agentId, async () => requestSend(contextFor(delivery.agentId), delivery, null));
  failures.throwAny();
  return stalled.length;
}
