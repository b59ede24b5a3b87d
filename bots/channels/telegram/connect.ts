import type { Api } from "grammy";
import { callFailure } from "./errors.ts";
import { afterFailure, type Polling } from "./poll.ts";

/**
 * Makes the calls that open a connection until they succeed. False when the signal aborts or the token is refused.
 */
export async function connect(polling: Omit<Polling, "offer">, open: (api: Api) => Promise<unknown>): Promise<boolean> {
  for (let failures = 1; !polling.signal.aborted; failures += 1) {
    try {
      await open(polling.api);
      return true;
    } catch (error) {
      if (polling.signal.aborted || !(await afterFailure(polling, callFailure(error), failures))) return false;
    }
  }
  return false;
}
