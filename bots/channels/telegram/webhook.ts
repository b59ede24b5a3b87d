import type { Update } from "grammy/types";
import type { OnPoison, Wait } from "#core/ports/channel-options.ts";
import { isSameSecret } from "#core/rules/same-secret.ts";
import type { Offer } from "../intake.ts";

/** Telegram repeats the secret of setWebhook in every call (https://core.telegram.org/bots/api#setwebhook). */
const secretHeader = "x-telegram-bot-api-secret-token";
const secretForm = /^[A-Za-z0-9_-]{1,256}$/;
/** Ms between the tries of one call; Telegram repeats the call itself later and later. */
const retryMs = 200;

/** The secret is no option: without one anybody who finds the address can write as any customer. */
export function requireSecret(secret: string): void {
  if (!secretForm.test(secret)) throw new Error("the webhook secret must be 1 to 256 characters of A-Z a-z 0-9 _ -");
}

export type Hook = { secret: string; offer: Offer<Update>; onPoison: OnPoison; wait: Wait; signal: AbortSignal };

/**
 * 200 once the update is durable, or set aside because it can never be; 401 without the secret; 503 when Telegram is to
 * come again: until then it holds back the other updates of that chat.
 */
export async function answerHook(request: Request, { secret, offer, onPoison, wait, signal }: Hook): Promise<Response> {
  if (!isSameSecret(request.headers.get(secretHeader) ?? "", secret)) return new Response(null, { status: 401 });
  const body = await request.text();
  const update = updateOf(body);
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

function answer(durable: boolean): Response {
  return new Response(null, { status: durable ? 200 : 503 });
}

function updateOf(body: string): Update | undefined {
  try {
    const value: unknown = JSON.parse(body);
    // `parse` checks what it reads of it, and throws.
    return typeof value === "object" && value !== null ? (value as Update) : undefined;
  } catch {
    return undefined;
  }
}
