import { GrammyError, HttpError } from "grammy";
import type { Refusal, SendResult } from "#core/model/delivery.ts";
import { TransportError } from "../transport.ts";

/** When to look again after the platform could not be reached. */
const unreachableMs = 10_000;
/** For a 429 that names no time. */
const restSeconds = 1;

/**
 * How a send ended that threw. Telegram answers errors as `{ ok: false, error_code, description, parameters? }`
 * (https://core.telegram.org/bots/api#making-requests); what it has answered with a 4xx it has not taken. Everything
 * that is no such answer, and did not fail before it was written, is unknown.
 */
export function sendFailure(error: unknown, now: number): SendResult {
  if (error instanceof GrammyError) return fromAnswer(error, now);
  const cause = error instanceof HttpError ? error.error : error;
  if (cause instanceof TransportError) return fromTransport(cause, now);
  return { outcome: "unknown", reason: isTimeout(cause) ? "timeout" : "unreadable_answer" };
}

/**
 * 429: `parameters.retry_after` seconds, counted from the answer (https://core.telegram.org/bots/api#responseparameters).
 * 401: a revoked token; 404: a token of the wrong form (the Bot API server's own routing).
 */
function fromAnswer({ error_code: code, description, parameters }: GrammyError, now: number): SendResult {
  if (code === 429) return { outcome: "refused", reason: "rate_limited", retryAt: now + (parameters.retry_after ?? restSeconds) * 1000 };
  if (code === 401 || code === 404) return refused("unauthorized");
  if (code === 403) return refused("blocked");
  if (code >= 400 && code < 500) return refused(wordsOf400.find(([words]) => words.test(description))?.[1] ?? "invalid_message");
  return { outcome: "unknown", reason: code >= 500 ? "server_error" : "unreadable_answer" };
}

/**
 * The Bot API has one code for many faults and tells them apart by words, its own ("chat not found", "user is
 * deactivated", "group chat was upgraded to a supergroup chat") or MTProto's in capitals
 * (https://core.telegram.org/method/messages.sendMessage#possible-errors). 403 says: blocked by the user, user is
 * deactivated, can't initiate conversation with a user, can't send messages to bots.
 */
const wordsOf400: readonly (readonly [RegExp, Refusal])[] = [
  [/blocked by the user|deactivated|USER_IS_BLOCKED|USER_DEACTIVATED/i, "blocked"],
  [/chat not found|user not found|upgraded to a supergroup|PEER_ID_INVALID|CHAT_ID_INVALID|USER_ID_INVALID/i, "no_chat"],
];

function fromTransport({ reason, written }: TransportError, now: number): SendResult {
  if (!written) return { outcome: "refused", reason: "unreachable", retryAt: now + unreachableMs };
  return { outcome: "unknown", reason: reason === "no_connection" ? "connection_lost" : reason };
}

function refused(reason: Refusal): SendResult {
  return { outcome: "refused", reason, retryAt: null };
}

/** grammY's own time limit, by the words of its error. */
function isTimeout(error: unknown): boolean {
  return error instanceof Error && /timed out after/.test(error.message);
}

/** What a failed call, not a send, means for the connection. */
export type CallFailure =
  | { kind: "unauthorized" }
  | { kind: "conflict"; detail: string }
  | { kind: "rate_limited"; retryAfterMs: number }
  | { kind: "disconnected"; detail: string };

/** 409: another getUpdates has taken over, or a webhook is set (https://core.telegram.org/bots/api#getupdates). */
export function callFailure(error: unknown): CallFailure {
  if (error instanceof GrammyError) {
    const { error_code: code, parameters } = error;
    if (code === 401 || code === 404) return { kind: "unauthorized" };
    if (code === 409)
      return { kind: "conflict", detail: /webhook/.test(error.description) ? "a webhook is set elsewhere" : "another process polls this bot" };
    if (code === 429) return { kind: "rate_limited", retryAfterMs: (parameters.retry_after ?? restSeconds) * 1000 };
    return { kind: "disconnected", detail: `Telegram answered ${code}` };
  }
  const cause = error instanceof HttpError ? error.error : error;
  if (cause instanceof TransportError) return { kind: "disconnected", detail: cause.reason };
  return { kind: "disconnected", detail: isTimeout(cause) ? "timeout" : "unreadable_answer" };
}

/** For the log: what the platform said, without the request. */
export function describe(error: unknown): string {
  if (error instanceof GrammyError) return `${error.error_code} ${error.description}`.slice(0, 200);
  const cause = error instanceof HttpError ? error.error : error;
  return cause instanceof TransportError ? cause.reason : isTimeout(cause) ? "timeout" : "unforeseen";
}
