const dayMs = 86_400_000;

/** A clock that the records drive. Every midnight (UTC) that passes is an instant of its own, at which what is due is done. */
export type VirtualTime = { now(): number; advance(to: number): Promise<void> };

export function virtualTime(atMidnight: () => Promise<void>): VirtualTime {
  let now: number | null = null;
  return {
    now: () => now ?? Date.now(),
    async advance(to) {
      if (now === null) now = to;
      for (let midnight = nextMidnight(now); midnight <= to; midnight += dayMs) {
        now = midnight;
        await atMidnight();
      }
      now = Math.max(now, to);
    },
  };
}

export function nextMidnight(at: number): number {
  return (Math.floor(at / dayMs) + 1) * dayMs;
}
