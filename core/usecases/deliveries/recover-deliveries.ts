import type { DeliveryRecord } from "#core/model/delivery.ts";
import { ChangeSet, StaleError } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { Directory } from "#core/ports/store.ts";
import { afterLease } from "#core/rules/delivery/delivery.ts";
import { AgentFailures } from "#core/usecases/agent-failures.ts";
import { commitStep } from "#core/usecases/commit.ts";
import { followDelivery } from "#core/usecases/followups/follow-delivery.ts";
import { showCard } from "#core/usecases/staff-chat/effects.ts";
import { addSendRequest, requestNextReply } from "./settle-delivery.ts";

const chunk = 500;

/**
 * Settles the deliveries of processes that have died: a claimed one is queued again, a dispatched one becomes unknown.
 * `contextFor` gives an agent's context; one for which it fails keeps no other waiting. Returns how many there were.
 */
export async function recoverDeliveries(directory: Directory, contextFor: (agentId: string) => Context, now: number): Promise<number> {
  const expired = await directory.expiredDeliveries(now, chunk);
  const failures = new AgentFailures();
  for (const delivery of expired) await failures.attempt(delivery.agentId, async () => recover(contextFor(delivery.agentId), delivery, now));
  failures.throwAny();
  return expired.length < chunk ? expired.length : expired.length + (await recoverDeliveries(directory, contextFor, now));
}

/**
 * The same for the earlier process of this name, without waiting until its claims end. Only for an installation with a single
 * process, which has just started.
 */
export async function recoverOwn(directory: Directory, contextFor: (agentId: string) => Context, owner: string, now: number): Promise<number> {
  let count = 0;
  const failures = new AgentFailures();
  let cursor: string | null = null;
  do {
    const agents: Awaited<ReturnType<Directory["agents"]>> = await directory.agents({ limit: 200, cursor });
    for (const { id } of agents.data) count += (await failures.attempt(id, async () => recoverOfAgent(contextFor(id), owner, now))) ?? 0;
    cursor = agents.nextCursor;
  } while (cursor !== null);
  failures.throwAny();
  return count;
}

async function recoverOfAgent(ctx: Context, owner: string, now: number): Promise<number> {
  const { data } = await ctx.store.deliveries.list({ state: ["claimed", "sending"] }, { limit: chunk, cursor: null });
  const own = data.filter((delivery) => delivery.owner === owner);
  for (const delivery of own) await recover(ctx, delivery, now);
  return own.length;
}

async function recover(ctx: Context, delivery: DeliveryRecord, now: number): Promise<void> {
  const recovered = afterLease(delivery, now);
  const changes = new ChangeSet().moveDelivery(recovered, delivery.state);
  if (recovered.state === "queued") addSendRequest(ctx, changes, recovered, null);
  if (recovered.state === "unknown") showCard(ctx, changes, "delivery", recovered.id);
  await followDelivery(ctx, changes, recovered);
  try {
    await commitStep(ctx, changes);
  } catch (error) {
    // The process is alive and has settled the delivery itself.
    if (!(error instanceof StaleError)) throw error;
    return;
  }
  if (recovered.state !== "queued") await requestNextReply(ctx, recovered);
}
