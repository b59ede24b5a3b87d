import type { OnPoison } from "#core/ports/channel-options.ts";
import type { Wait } from "#core/ports/wait.ts";
import type { Offer } from "./intake.ts";

/** Ms between the attempts at one call; platforms repeat the call itself later and later. */
const retryMs = 200;

/** What a verified call of a platform is handled with. `signal`: the channel is being stopped. */
export type HookCall<Raw> = { offer: Offer<Raw>; onPoison: OnPoison; wait: Wait; signal: AbortSignal };

/**
 * Answers a call whose body is one update as JSON: 200 once it is durable, or set aside because it can never be stored; 503 when
 * the platform is to repeat the call. An error nobody foresaw is tried again within the call.
 */
export async function answerHookCall<Raw extends object>(body: string, { offer, onPoison, wait, signal }: HookCall<Raw>): Promise<Response> {
  const update = objectIn<Raw>(body);
  if (!update) return answer(await onPoison(body, "unreadable").then(isDone, isNotDone));
  let ending = await offer(update, 0);
  for (let failing = 1; ending === "failing" && !signal.aborted; failing += 1) {
    await wait(retryMs * failing, signal);
    ending = await offer(update, failing);
  }
  return answer(ending === "kept");
}

const isDone = () => true;
const isNotDone = () => false;

function answer(isDurable: boolean): Response {
  return new Response(null, { status: isDurable ? 200 : 503 });
}

function objectIn<Raw extends object>(body: string): Raw | undefined {
  try {
    const value: unknown = JSON.parse(body);
    // The channel's `parse` checks what it reads of it, and throws.
    return typeof value === "object" && value !== null ? (value as Raw) : undefined;
  } catch {
    return undefined;
  }
}
