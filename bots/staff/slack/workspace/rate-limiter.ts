import { CrmError } from "#core/errors.ts";
import type { Wait } from "#core/ports/wait.ts";
import { PaceGate } from "#core/usecases/deliveries/pace-gate.ts";
import { faultOf } from "../errors.ts";

/** Slack takes one message a second in a channel, and a bounded number in all (https://docs.slack.dev/apis/web-api/rate-limits#posting-messages). */
const pace = { perSecond: 20, perChatPerSecond: 1 };
/** A call that would wait longer than this fails instead, so that it does not occupy a worker of the queue. */
const mostWaitMs = 20_000;

/**
 * Keeps the messages of one workspace within Slack's rate limit, customers' words before cards. After a 429 nothing is sent until
 * its `Retry-After` has passed. Calls for people (modals, answers) do not come here, as Slack limits them apart.
 */
export class SlackRateLimiter {
  private readonly gate: PaceGate;
  private readonly now: () => number;

  constructor(now: () => number, wait: Wait) {
    this.now = now;
    this.gate = new PaceGate(pace, now, wait);
  }

  /** Makes the call when the limit permits it, and once more after a 429. Throws `unavailable` when the wait would be long. */
  async run<T>(channelId: string, isUrgent: boolean, call: () => Promise<T>): Promise<T> {
    for (let isRetry = false; ; isRetry = true) {
      await this.waitForSlot(channelId, isUrgent);
      try {
        return await call();
      } catch (error) {
        const fault = faultOf(error);
        if (fault?.kind !== "rate_limited") throw error;
        this.gate.pause(this.now() + fault.retryAfterMs);
        if (isRetry) throw error;
      } finally {
        this.gate.left(channelId);
      }
    }
  }

  close(): void {
    this.gate.close();
  }

  private async waitForSlot(channelId: string, isUrgent: boolean): Promise<void> {
    const retryAfterMs = this.gate.nextSlot(channelId) - this.now();
    if (retryAfterMs > mostWaitMs) throw new CrmError("unavailable", "Slack asks us to wait", { retryAfterMs });
    if (!(await this.gate.pass(channelId, isUrgent))) throw new CrmError("unavailable", "the connection to Slack is being closed");
  }
}
