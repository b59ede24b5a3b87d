import type { Wait } from "#core/ports/wait.ts";
import { idlePace, leave, nextSlot, type Pace, pauseUntil, takeSlot } from "#core/rules/delivery/pace.ts";

type PacedSend = { chat: string; urgent: boolean; go(mayGo: boolean): void };

/**
 * Limits how fast one account sends, to what its platform permits. Replies go before other messages, then the longest waiting,
 * and a chat that must wait does not hold up the others.
 */
export class PaceGate {
  private readonly pace: Pace;
  private readonly now: () => number;
  private readonly wait: Wait;
  private readonly waiting: PacedSend[] = [];
  private state = idlePace;
  private running = false;
  private closed = false;
  private nap = new AbortController();

  constructor(pace: Pace, now: () => number, wait: Wait) {
    this.pace = pace;
    this.now = now;
    this.wait = wait;
  }

  /** True: the message may be sent now; the caller calls `left` once it is on its way. False: nothing is sent any more. */
  pass(chat: string, urgent: boolean): Promise<boolean> {
    if (this.closed) return Promise.resolve(false);
    return new Promise((go) => {
      this.waiting.push({ chat, urgent, go });
      if (this.running) this.nap.abort();
      else void this.open();
    });
  }

  /** To be called when a message that was let through has been sent, or will not be sent. */
  left(chat: string): void {
    this.state = leave(this.state, chat, this.now(), this.pace);
  }

  /** Nothing is sent before `until`, ms since 1970. */
  pause(until: number): void {
    this.state = pauseUntil(this.state, until);
  }

  /** When a message to this chat could go if it were asked for now; ms since 1970. */
  nextSlot(chat: string, now = this.now()): number {
    return nextSlot(this.state, chat, now, this.pace);
  }

  /** Refuses the messages that wait, and all later ones. */
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

  /** A message that comes meanwhile ends the wait, since its turn may be earlier. */
  private async sleep(ms: number): Promise<void> {
    this.nap = new AbortController();
    await this.wait(ms, this.nap.signal);
  }

  /** The message whose turn is soonest; among equals a reply, then the longest waiting. */
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
