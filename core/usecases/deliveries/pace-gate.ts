import { idlePace, nextSlot, type Pace, pauseUntil, takeSlot } from "#core/rules/pace.ts";

type Waiting = { chat: string; urgent: boolean; go(): void };

/** Waits until an instant, or a little longer; ms since 1970. */
export type WaitUntil = (at: number) => Promise<void>;

/**
 * The one door through which an account's messages go, at the pace the platform permits: replies first, then in turn,
 * and a chat that must wait does not hold up the others.
 */
export class PaceGate {
  private readonly pace: Pace;
  private readonly now: () => number;
  private readonly waitUntil: WaitUntil;
  private readonly waiting: Waiting[] = [];
  private state = idlePace;
  private running = false;

  constructor(pace: Pace, now: () => number, waitUntil: WaitUntil) {
    this.pace = pace;
    this.now = now;
    this.waitUntil = waitUntil;
  }

  /** Resolves when the message may go, at once. */
  pass(chat: string, urgent: boolean): Promise<void> {
    return new Promise((go) => {
      this.waiting.push({ chat, urgent, go });
      if (!this.running) void this.open();
    });
  }

  /** Everybody on this account waits until then. */
  pause(until: number): void {
    this.state = pauseUntil(this.state, until);
  }

  /** When a message to this chat could go if it were asked for now; ms since 1970. */
  nextSlot(chat: string): number {
    return nextSlot(this.state, chat, this.now());
  }

  private async open(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) {
      const first = this.first();
      const at = nextSlot(this.state, first.chat, this.now());
      if (at > this.now()) await this.waitUntil(at);
      else this.letGo(first, at);
    }
    this.running = false;
  }

  /** Whose turn is soonest; among those, replies before the rest, and the longest waiting first. */
  private first(): Waiting {
    const now = this.now();
    return this.waiting.reduce((best, other) => {
      const earlier = nextSlot(this.state, other.chat, now) - nextSlot(this.state, best.chat, now);
      return earlier < 0 || (earlier === 0 && other.urgent && !best.urgent) ? other : best;
    });
  }

  private letGo(waiting: Waiting, at: number): void {
    this.waiting.splice(this.waiting.indexOf(waiting), 1);
    this.state = takeSlot(this.state, waiting.chat, at, this.pace);
    waiting.go();
  }
}
