import type { Queue } from "#core/ports/queue.ts";
import type { Directory } from "#core/ports/store.ts";
import { minute } from "#core/rules/time.ts";

export type DueLoopDeps = {
  directory: Pick<Directory, "hasDueFollowUps">;
  queue: Pick<Queue, "runNow">;
  now(): number;
  /** Resolves after ms, or at once when the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Called when the store or the queue cannot be reached. */
  onFailure(error: unknown): void;
};

const lookMs = 1_000;
/** After a run was asked for: its work is then in progress, and what it cannot settle must not make a busy loop. */
const afterRunMs = 3_000;

/**
 * Runs the schedules of follow-ups and of the digest when something is due, to the second. The schedules alone would come by the
 * minute, and the queue looks at its schedules every 30 s only.
 */
export class DueLoop {
  private readonly deps: DueLoopDeps;
  private readonly ended = new AbortController();
  private running: Promise<void> | null = null;
  private lastMinute: number;

  constructor(deps: DueLoopDeps) {
    this.deps = deps;
    this.lastMinute = minuteOf(deps.now());
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Resolves when no look-up is under way. */
  async stop(): Promise<void> {
    this.ended.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.ended.signal.aborted) {
      const hasRun = await this.look().catch((error: unknown) => {
        this.deps.onFailure(error);
        return true;
      });
      await this.deps.wait(hasRun ? afterRunMs : lookMs, this.ended.signal);
    }
  }

  /** True: follow-ups were due, and their schedule was asked to run. */
  private async look(): Promise<boolean> {
    const { directory, queue, now } = this.deps;
    const at = now();
    // Digests are due at whole minutes of local time, and every time zone differs by whole minutes.
    if (minuteOf(at) !== this.lastMinute) await queue.runNow("staff-digest");
    this.lastMinute = minuteOf(at);
    if (!(await directory.hasDueFollowUps(at))) return false;
    await queue.runNow("process-due-followups");
    return true;
  }
}

const minuteOf = (at: number): number => Math.floor(at / minute);
