import { setTimeout as sleep } from "node:timers/promises";
import type { Wait } from "#core/ports/wait.ts";

/** Slack's own limit for an answer to a call (https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response). */
const mostWaitMs = 3_000;

/**
 * The calls of people that are being handled. Cards and thread messages begin when none is, so that a burst of them does not
 * delay the modal or the answer that somebody is looking at.
 */
export class RunningCalls {
  private readonly wait: Wait;
  private count = 0;
  private idle = Promise.withResolvers<void>();

  constructor(wait: Wait = (ms, signal) => sleep(ms, undefined, { signal }).catch(() => {})) {
    this.wait = wait;
    this.idle.resolve();
  }

  /** Counts the call as running until it settles. */
  async track<T>(call: () => Promise<T>): Promise<T> {
    if (this.count++ === 0) this.idle = Promise.withResolvers<void>();
    try {
      return await call();
    } finally {
      if (--this.count === 0) this.idle.resolve();
    }
  }

  /** Resolves when no call is running, and after 3 s at the latest, since by then Slack has given up on the call itself. */
  async settled(): Promise<void> {
    if (this.count === 0) return;
    const timeout = new AbortController();
    await Promise.race([this.idle.promise, this.wait(mostWaitMs, timeout.signal)]);
    timeout.abort();
  }
}
