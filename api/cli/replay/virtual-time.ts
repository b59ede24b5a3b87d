import { day, hour } from "#core/rules/time.ts";
import { VirtualClock } from "../simulate/engine/clock.ts";
import type { Engine } from "../simulate/engine/engine.ts";

/** A clock that the records drive. Whatever is due on the way is done in its turn, and not after them. */
export type VirtualTime = {
  now(): number;
  advance(to: number): Promise<void>;
  /** To be told of every commit. */
  committed(): void;
};

/** A batch of records stands for up to an hour, so nothing is looked at more closely. */
export const grain = { ms: hour, atLeastMs: day };

type RunningEngine = Pick<Engine, "advance" | "committed">;

/** Begins at the first instant that it is sent to; `start` opens the engine that runs from there. */
export function virtualTime(start: (clock: VirtualClock) => RunningEngine): VirtualTime {
  let running: { clock: VirtualClock; engine: RunningEngine } | null = null;
  return {
    now: () => running?.clock.now() ?? Date.now(),
    committed: () => running?.engine.committed(),
    async advance(to) {
      if (running === null) {
        const clock = new VirtualClock(to);
        running = { clock, engine: start(clock) };
      }
      await running.engine.advance(to);
    },
  };
}

/** In UTC. */
export function nextMidnight(at: number): number {
  return (Math.floor(at / day) + 1) * day;
}
