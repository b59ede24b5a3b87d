import { setImmediate } from "node:timers/promises";
import { PaceGate } from "#core/usecases/deliveries/pace-gate.ts";

/** Who is at work now: time stands still until everybody has finished, or waits for the clock. */
export class Activity {
  #busy = 0;
  #waiting: (() => void)[] = [];

  enter(): void {
    this.#busy += 1;
  }

  leave(): void {
    this.#busy -= 1;
    if (this.#busy === 0) for (const go of this.#waiting.splice(0)) go();
  }

  async settled(): Promise<void> {
    // Whoever has just been woken enters in a turn of its own.
    await setImmediate();
    while (this.#busy > 0) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
      await setImmediate();
    }
  }
}

/** A send that waits for the pace is no activity: the clock may go on. */
export class VirtualGate extends PaceGate {
  readonly #activity: Activity;

  constructor(activity: Activity, ...given: ConstructorParameters<typeof PaceGate>) {
    super(...given);
    this.#activity = activity;
  }

  override async pass(chat: string, urgent: boolean): Promise<boolean> {
    const passed = super.pass(chat, urgent);
    this.#activity.leave();
    return passed.finally(() => this.#activity.enter());
  }
}
