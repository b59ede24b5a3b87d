import { idlePace, leave, nextSlot, type Pace, pauseUntil, takeSlot } from "#core/rules/delivery/pace.ts";

type PacedSend = { chat: string; urgent: boolean; go(mayGo: boolean): void };

/** Resolves after ms or a little later, or at once when the signal aborts. */
export type PaceTimer = (ms: number, signal: AbortSignal) => Promise<void>;

/**
 * The one door through which an account's messages go, at the pace the platform permits: replies first, then in turn,
 * and a chat that must wait does not hold up the others.
 */
export class PaceGate {
  private readonly pace: Pace;
  private readonly now: () => number;
  private readonly wait: PaceTimer;
  private readonly waiting: PacedSend[] = [];
  private state = idlePace;
  private running = false;
  private closed = false;
  private nap = new AbortController();

  constructor(pace: Pace, now: () => number, wait: PaceTimer) {
    this.pace = pace;
    this.now = now;
    this.wait = wait;
  }

  /** True: the message may go, at once; tell when it has (`left`). False: the door is closed, nothing goes any more. */
  pass(chat: string, urgent: boolean): Promise<boolean> {
    if (this.closed) return Promise.resolve(false);
    return new Promise((go) => {
      this.waiting.push({ chat, urgent, go });
      if (this.running) this.nap.abort();
      else void this.open();
    });
  }

  /** Whoever passed is on the way now, or has stayed after all. */
  left(chat: string): void {
    this.state = leave(this.state, chat, this.now(), this.pace);
  }

  /** Everybody on this account waits until then. */
  pause(until: number): void {
    this.state = pauseUntil(this.state, until);
  }

  /** When a message to this chat could go if it were asked for now; ms since 1970. */
  nextSlot(chat: string, now = this.now()): number {
    return nextSlot(this.state, chat, now, this.pace);
  }

  /** Sends back whoever waits, and whoever comes. */
  close(): void {
    this.closed = true;
    for (const { go } of this.waiting.splice(0)) go(false);
    this.nap.abort();
  }

  private async open(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) {
      const first = this.first();
      const now = this.now();
      const at = this.nextSlot(first.chat, now);
      if (at <= now) this.letGo(first, at);
      else await this.sleep(at - now);
    }
    this.running = false;
  }

  /** Somebody who comes meanwhile may have an earlier turn. */
  private async sleep(ms: number): Promise<void> {
    this.nap = new AbortController();
    await this.wait(ms, this.nap.signal);
  }

  /** Whose turn is soonest; among those, replies before the rest, and the longest waiting first. */
  private first(): PacedSend {
    const now = this.now();
    return this.waiting.reduce((best, other) => {
      const earlier = this.nextSlot(other.chat, now) - this.nextSlot(best.chat, now);
      return earlier < 0 || (earlier === 0 && other.urgent && !best.urgent) ? other : best;
    });
  }

  private letGo(waiting: PacedSend, at: number): void {
    this.waiting.splice(this.waiting.indexOf(waiting), 1);
    this.state = takeSlot(this.state, waiting.chat, at, this.pace);
    waiting.go(true);
  }
}
