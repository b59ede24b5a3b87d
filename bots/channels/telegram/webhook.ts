import type { Update } from "grammy/types";
import { isSameSecret } from "#core/rules/same-secret.ts";
import { answerHookCall, type HookCall } from "../hook-call.ts";

/** Telegram repeats the secret of setWebhook in every call (https://core.telegram.org/bots/api#setwebhook). */
const secretHeader = "x-telegram-bot-api-secret-token";
const secretForm = /^[A-Za-z0-9_-]{1,256}$/;

/** Throws for a secret that Telegram does not take. There must be one: without it anybody could write as any customer. */
export function requireSecret(secret: string): void {
  if (!secretForm.test(secret)) throw new Error("the webhook secret must be 1 to 256 characters of A-Z a-z 0-9 _ -");
}

/**
 * Answers a call of Telegram's; 401 without the secret. Until an update is answered with 200, Telegram holds back the later ones
 * of that chat.
 */
export async function answerTelegramCall(request: Request, secret: string, call: HookCall<Update>): Promise<Response> {
  if (!isSameSecret(request.headers.get(secretHeader) ?? "", secret)) return new Response(null, { status: 401 });
  return answerHookCall(await request.text(), call);
}
