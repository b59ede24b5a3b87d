type Sleeper = { at: number; wake(): void };

/** A clock that moves only when it is told to; ms since 1970. */
export class VirtualClock {
  #now: number;
  #sleepers: Sleeper[] = [];

  constructor(start: number) {
    this.#now = start;
  }

  readonly now = (): number => this.#now;

  /** Resolves when the clock has come so far, or at once when the signal aborts. */
  readonly wait = (ms: number, signal: AbortSignal): Promise<void> => {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const sleeper: Sleeper = { at: Math.ceil(this.#now + ms), wake: resolve };
      this.#sleepers.push(sleeper);
      signal.addEventListener("abort", () => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        resolve();
      });
    });
  };

  /** When the first who waits is to be woken; null: nobody waits. */
  nextWake(): number | null {
    return this.#sleepers.length === 0 ? null : Math.min(...this.#sleepers.map(({ at }) => at));
  }

  /** Never goes back. Wakes those whose time has come, in the order of their times. */
  set(to: number): void {
    this.#now = Math.max(this.#now, to);
    const woken = this.#sleepers.filter(({ at }) => at <= this.#now).sort((a, b) => a.at - b.at);
    this.#sleepers = this.#sleepers.filter(({ at }) => at > this.#now);
    for (const { wake } of woken) wake();
  }
}
