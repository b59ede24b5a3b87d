import type { Release } from "./scheduled-store.ts";

/** Lets those who wait for their turn go on one at a time, in an order of chance that is the same for the same seed. */
export class TurnOrder {
  private readonly waiting: (() => void)[] = [];
  private readonly random: () => number;
  private readonly letGo: Release;
  /** The order of the last run, by the place of each who went among those who waited. */
  path = "";

  constructor(random: () => number, letGo: Release) {
    this.random = random;
    this.letGo = letGo;
  }

  turn(): Promise<void> {
    return new Promise((resolve) => void this.waiting.push(resolve));
  }

  /** One of a list; undefined: the list is empty. */
  oneOf<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.random() * list.length)];
  }

  /** Runs all until each has ended. */
  async run(tasks: readonly (() => Promise<unknown>)[]): Promise<void> {
    let left = tasks.length;
    const done = Promise.all(tasks.map((task) => task().finally(() => (left -= 1))));
    this.path = "";
    while (left > 0) {
      // What was let go has ended, and all that follows from it waits for its own turn.
      do await new Promise((resolve) => setImmediate(resolve));
      while (this.letGo.inFlight > 0);
      const place = Math.floor(this.random() * this.waiting.length);
      const [next] = this.waiting.splice(place, 1);
      this.path += `${place},`;
      next?.();
    }
    await done;
  }
}
