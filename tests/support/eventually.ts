import { setTimeout as pause } from "node:timers/promises";

/** Looks until it holds, and gives what was seen; throws with what was seen last once that takes longer than `withinMs`. */
export async function eventually<T>(look: () => Promise<T>, holds: (seen: T) => boolean, withinMs = 60_000): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (performance.now() > deadline) throw new Error(`not within ${withinMs} ms: ${JSON.stringify(seen)?.slice(0, 2000)}`);
    await pause(50);
  }
}
