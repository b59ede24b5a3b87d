import { CrmError } from "#core/errors.ts";
import type { ChannelLog } from "#core/ports/channel-options.ts";
import { withoutMentions } from "../blocks/text.ts";

/** Why a call of Slack's Web API failed; `code` is Slack's own error code (https://docs.slack.dev/reference/methods). */
export type SlackFault =
  /** Slack does not accept our token any more. */
  | { kind: "revoked"; code: string }
  | { kind: "rate_limited"; code: string; retryAfterMs: number }
  /** The message or the channel does not exist, or we have no access to it. */
  | { kind: "gone"; code: string }
  /** Slack refuses the call, and would refuse a retry. */
  | { kind: "refused"; code: string }
  /** No answer, or an error of Slack's: the call may have had its effect or not. */
  | { kind: "unreachable"; code: string };

const revoked = ["invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive", "team_access_not_granted", "org_login_required"];
const gone = [
  "file_not_found",
  "file_deleted",
  "message_not_found",
  "channel_not_found",
  "not_in_channel",
  "is_archived",
  "cant_update_message",
  "cant_delete_message",
  "edit_window_closed",
];
const temporary = ["fatal_error", "internal_error", "service_unavailable", "request_timeout", "team_added_to_org"];

/** Null: not an error of Slack's. Recognised by its shape, so that callers need not load Slack's library. */
export function faultOf(error: unknown): SlackFault | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  switch (error.code) {
    case "slack_webapi_rate_limited_error":
      return { kind: "rate_limited", code: "ratelimited", retryAfterMs: 1000 * secondsIn(error) };
    case "slack_webapi_platform_error":
      return refusal(codeIn(error));
    case "slack_webapi_request_error":
    case "slack_webapi_http_error":
      return { kind: "unreachable", code: String(error.code) };
    default:
      return null;
  }
}

function refusal(code: string): SlackFault {
  if (revoked.includes(code)) return { kind: "revoked", code };
  if (gone.includes(code)) return { kind: "gone", code };
  if (code === "ratelimited" || code === "rate_limited") return { kind: "rate_limited", code, retryAfterMs: 30_000 };
  return { kind: temporary.includes(code) ? "unreachable" : "refused", code };
}

function secondsIn(error: Error): number {
  return "retryAfter" in error && typeof error.retryAfter === "number" ? error.retryAfter : 30;
}

function codeIn(error: Error): string {
  const data = "data" in error ? error.data : null;
  return typeof data === "object" && data !== null && "error" in data && typeof data.error === "string" ? data.error : "unknown_error";
}

/** The error as a CrmError: `unavailable` may be retried, `invalid` may not. Other errors are returned as they are. */
export function asCrmError(error: unknown): unknown {
  const fault = faultOf(error);
  if (!fault) return error;
  if (fault.kind === "refused" || fault.kind === "gone") return new CrmError("invalid", `Slack refuses it: ${fault.code}`, { slack: fault.code });
  const retryAfter = fault.kind === "rate_limited" ? { retryAfterMs: fault.retryAfterMs } : {};
  return new CrmError("unavailable", `Slack cannot be reached now: ${fault.code}`, { slack: fault.code, ...retryAfter });
}

/** What went wrong, as one line for the person who asked. The message of an unexpected error is not shown. */
export function lineFor(error: unknown): string {
  const known = asCrmError(error);
  return known instanceof CrmError ? withoutMentions(sentence(known.message)) : "Something went wrong and has been logged. Please try again.";
}

function sentence(message: string): string {
  const line = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

/** The error for the log: a code or the name of its class, never its message, which could quote somebody. */
export function codeOf(error: unknown): string {
  if (error instanceof CrmError) return error.code;
  return faultOf(error)?.code ?? (error instanceof Error ? error.name : "unknown");
}

/** Runs work that may fail without harm, and logs a failure: what is not shown now is shown with the next change. */
export async function logFailure(log: ChannelLog, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.warn({ code: codeOf(error) }, "Slack was not brought up to date");
  }
}
