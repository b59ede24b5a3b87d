import type { Queue } from "#core/ports/queue.ts";
import type { Directory } from "#core/ports/store.ts";

const page = 500;

/**
 * Moves a page of effects to the queue; returns how many there were. A crash between the two steps repeats ids, which
 * the queue ignores.
 */
export async function relayOutbox(directory: Directory, queue: Queue, handedOver = () => {}): Promise<number> {
  const effects = await directory.outbox(page);
  if (effects.length === 0) return 0;
  await queue.insert(
    effects.map(({ id, type, agentId, payload, startAfter }) => ({ id, type, agentId, payload, ...(startAfter === null ? {} : { startAfter }) })),
  );
  handedOver();
  await directory.relayed(effects);
  return effects.length;
}
