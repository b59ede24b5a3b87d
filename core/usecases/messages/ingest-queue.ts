import { CrmError } from "#core/errors.ts";
import type { Ingested, RecordedAction } from "#core/model/inbound.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import type { Context } from "#core/ports/context.ts";
import type { Directory } from "#core/ports/store.ts";
import { retrying } from "#core/usecases/commit.ts";
import { nextArrival } from "#core/usecases/fact-id.ts";
import type { Arrival } from "./arrival.ts";
import { type ArrivalOutcome, type IncomingArrival, storeArrivals } from "./store-arrivals.ts";

type QueuedArrival = IncomingArrival & { settle(outcome: ArrivalOutcome): void; fail(error: unknown): void };

/** The most arrivals one commit takes. */
const batchLimit = 500;
/** From this batch size on, the next commit waits for more arrivals. */
const busySize = 8;
const gatherWaits = 3;

/**
 * One queue for each agent: what arrives while a batch is being written joins the next one, so that many requests share
 * a commit, and two first messages of one person never race.
 */
class IngestQueue {
  private readonly waiting: QueuedArrival[] = [];
  private running = false;

  add(incoming: IncomingArrival): Promise<ArrivalOutcome> {
    return new Promise<ArrivalOutcome>((settle, fail) => {
      this.waiting.push({ ...incoming, settle, fail });
      if (this.running) return;
      this.running = true;
      incoming.ctx.defer(() => void this.drain());
    });
  }

  private async drain(): Promise<void> {
    for (let size = 0; this.waiting.length > 0; ) {
      await this.gather(size);
      const batch = this.waiting.splice(0, batchLimit).sort((a, b) => a.arrived - b.arrived);
      size = batch.length;
      await store(batch);
    }
    this.running = false;
  }

  /**
   * Under load, callers send their next message soon after an answer. So the next commit waits, a few milliseconds at most, for
   * as many arrivals as the last one had: fewer commits save more than the delay costs.
   */
  private async gather(lastSize: number): Promise<void> {
    if (lastSize < busySize) return;
    for (let waits = 0; waits < gatherWaits && this.waiting.length < lastSize; waits++) await this.waiting[0]?.ctx.batchingDelay();
  }
}

/** Resolves or rejects every arrival of the batch. When the whole batch fails, each is tried alone, so that only the one at fault fails. */
async function store(batch: readonly QueuedArrival[]): Promise<void> {
  const [first] = batch;
  if (!first) return;
  const { ctx } = first;
  const requests = batch.map((waiting) => waiting.ctx);
  try {
    const outcomes = await retrying(ctx, async () => storeArrivals(ctx, batch, await ctx.store.settings.current()), requests);
    batch.forEach((waiting, i) => {
      const outcome = outcomes[i];
      if (outcome) waiting.settle(outcome);
    });
  } catch (error) {
    if (batch.length === 1) first.fail(error);
    else for (const one of batch) await store([one]);
  }
}

const queues = new WeakMap<Directory, Map<string, IngestQueue>>();

function queueOf({ directory, store }: Context): IngestQueue {
  const ofAgents = queues.get(directory) ?? new Map<string, IngestQueue>();
  queues.set(directory, ofAgents);
  const queue = ofAgents.get(store.agentId) ?? new IngestQueue();
  ofAgents.set(store.agentId, queue);
  return queue;
}

/** Stores an arrival through the agent's queue. Throws CrmError when it is invalid or conflicts. */
export async function ingest(ctx: Context, check: (settings: VersionedSettings) => Arrival): Promise<Ingested | RecordedAction> {
  // The arrival is numbered before the first await, so that the items of a list keep their order.
  const arrived = nextArrival(ctx);
  const arrival = check(await ctx.store.settings.current());
  const outcome = await queueOf(ctx).add({ ctx, arrival, arrived });
  if ("error" in outcome) throw outcome.error;
  return outcome.ok;
}

/** The same as `ingest`, with an error as a value, so that one of many arrivals can fail alone. */
export async function tryIngest(ctx: Context, check: (settings: VersionedSettings) => Arrival): Promise<ArrivalOutcome> {
  try {
    return { ok: await ingest(ctx, check) };
  } catch (error) {
    if (error instanceof CrmError) return { error };
    throw error;
  }
}
