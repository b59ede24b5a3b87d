import { CrmError } from "#core/errors.ts";
import type { Wait } from "#core/ports/channel-options.ts";
import { PaceGate } from "#core/usecases/deliveries/pace-gate.ts";
import { faultOf } from "./errors.ts";

/** Messages (https://docs.slack.dev/apis/web-api/rate-limits#posting-messages): one a second and channel, and a bound for all. */
const pace = { perSecond: 20, perChatPerSecond: 1 };
/** Who would have to wait longer comes again later, and does not hold up a worker. */
const patienceMs = 20_000;

/** The door to one workspace: posts go at Slack's pace, and while Slack asks for silence nothing goes. */
export class SlackPace {
  private readonly gate: PaceGate;
  private readonly now: () => number;

  constructor(now: () => number, wait: Wait) {
    this.now = now;
    this.gate = new PaceGate(pace, now, wait);
  }

  /** Makes the call in its turn; after "too many" once more, when Slack's wait is over. Throws `unavailable` when the wait is long. */
  async through<T>(channelId: string, call: () => Promise<T>): Promise<T> {
    for (let isAgain = false; ; isAgain = true) {
      await this.turn(channelId);
      try {
        return await call();
      } catch (error) {
        const fault = faultOf(error);
        if (fault?.kind !== "rate_limited") throw error;
        this.gate.pause(this.now() + fault.retryAfterMs);
        if (isAgain) throw error;
      } finally {
        this.gate.left(channelId);
      }
    }
  }

  close(): void {
    this.gate.close();
  }

  private async turn(channelId: string): Promise<void> {
    const retryAfterMs = this.gate.nextSlot(channelId) - this.now();
    if (retryAfterMs > patienceMs) throw new CrmError("unavailable", "Slack asks us to wait", { retryAfterMs });
    if (!(await this.gate.pass(channelId, false))) throw new CrmError("unavailable", "the connection to Slack is being closed");
  }
}
