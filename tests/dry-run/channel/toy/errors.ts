import { TransportError } from "#bots/channels/transport.ts";
import type { Refusal, SendResult } from "#core/model/delivery.ts";

const refusalsByStatus: Readonly<Record<number, Refusal>> = { 400: "invalid_message", 401: "unauthorized", 403: "blocked", 404: "no_chat" };

/** How a send ended that was answered with an error. */
export function errorAnswer(status: number, body: unknown, now: number): SendResult {
  const seconds = typeof body === "object" && body !== null && "retryAfter" in body ? Number(body.retryAfter) : 1;
  if (status === 429) return { outcome: "refused", reason: "rate_limited", retryAt: now + seconds * 1000 };
  const reason = refusalsByStatus[status];
  return reason === undefined ? { outcome: "unknown", reason: "server_error" } : { outcome: "refused", reason, retryAt: null };
}

/** How a send ended that has no answer. */
export function transportFailure(error: unknown, isTimedOut: boolean, now: number): SendResult {
  if (!(error instanceof TransportError)) return { outcome: "unknown", reason: "unreadable_answer" };
  if (!error.written) return { outcome: "refused", reason: "unreachable", retryAt: now + 10_000 };
  if (isTimedOut) return { outcome: "unknown", reason: "timeout" };
  return { outcome: "unknown", reason: error.reason === "no_connection" ? "connection_lost" : error.reason };
}
