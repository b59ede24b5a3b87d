import type { Directory, Store } from "#core/ports/store.ts";
import { earliest } from "#core/rules/time.ts";
import { claimMs } from "#core/usecases/deliveries/sender.ts";

/** An instant after everything. */
const everAfter = Number.MAX_SAFE_INTEGER;

/** When anything that the store knows of is next due, ms since 1970, however far ahead or long past; null: nothing is. */
export async function nextDue(directory: Directory): Promise<number | null> {
  const instants = [await nextOfAll(directory)];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Directory["agents"]>> = await directory.agents({ limit: 200, cursor });
    for (const { id } of page.data) instants.push(await nextOfAgent(directory.store(id)));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return earliest(...instants);
}

async function nextOfAgent({ contacts, followUps, conversations, alerts }: Store): Promise<number | null> {
  const [contact] = await contacts.due(everAfter, 1);
  const [due] = await followUps.due(everAfter, 1);
  const [review] = await followUps.toReview(everAfter, 1);
  const [conversation] = await conversations.due(everAfter, 1);
  const [alert] = await alerts.toRemind(everAfter, 1);
  return earliest(contact?.reviewAt ?? null, due?.dueAt ?? null, review?.reviewAt ?? null, conversation?.reviewAt ?? null, alert?.remindAt ?? null);
}

async function nextOfAll(directory: Directory): Promise<number | null> {
  const [expired] = await directory.expiredDeliveries(everAfter, 1);
  const [stalled] = await directory.stalledDeliveries(everAfter, everAfter, 1);
  const [operation] = await directory.stalledOperations(everAfter, 1);
  const askAgainAt = stalled ? Math.max(stalled.updatedAt + claimMs, stalled.notBefore ?? 0) : null;
  return earliest(expired?.leaseUntil ?? null, askAgainAt, operation?.updatedAt ?? null);
}
