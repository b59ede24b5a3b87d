import type { ChannelLog } from "../channels/options.ts";
import { codeOf } from "./errors.ts";

/** Does what may fail without harm: a card that is not up to date now is with the next change. */
export async function quietly(log: ChannelLog, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.warn({ code: codeOf(error) }, "Slack was not brought up to date");
  }
}
