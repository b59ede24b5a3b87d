import type { Queue } from "#core/ports/queue.ts";
import type { Directory } from "#core/ports/store.ts";
import type { Wait } from "#core/ports/wait.ts";
import { relayOutbox } from "./relay.ts";

export type RelayDeps = {
  directory: Directory;
  queue: Queue;
  wait: Wait;
  /** Told when effects cannot be moved, with what is known about why. */
  onOutage(error: unknown): void;
  /** Told when the queue has a page that is still in the outbox. */
  handedOver?(): void;
};

/** How soon effects are looked for that nobody has announced: those of other processes, and those left by an outage. */
const idleMs = 1_000;
/** How soon a queue that is down is tried again. */
const outageMs = 2_000;

/** Carries effects to the queue as long as it runs; `wake` says that there are some. */
export class RelayLoop {
  private readonly deps: RelayDeps;
  private readonly ended = new AbortController();
  private nap = new AbortController();
  private running: Promise<void> | null = null;

  constructor(deps: RelayDeps) {
    this.deps = deps;
  }

  start(): void {
    this.running ??= this.run();
  }

  wake(): void {
    this.nap.abort();
  }

  /** Resolves when the page under way is moved. */
  async stop(): Promise<void> {
    this.ended.abort();
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.ended.signal.aborted) {
      this.nap = new AbortController();
      const moved = await this.move();
      // New effects must not turn an outage into a busy loop.
      if (moved === "outage") await this.deps.wait(outageMs, this.ended.signal);
      if (moved === 0) await this.deps.wait(idleMs, AbortSignal.any([this.nap.signal, this.ended.signal]));
    }
  }

  private async move(): Promise<number | "outage"> {
    try {
      return await relayOutbox(this.deps.directory, this.deps.queue, this.deps.handedOver);
    } catch (error) {
      this.deps.onOutage(error);
      return "outage";
    }
  }
}
