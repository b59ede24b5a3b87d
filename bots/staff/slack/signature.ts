import { createHmac } from "node:crypto";
import { isSameSecret } from "#core/rules/same-secret.ts";

/** How far Slack's clock and ours may differ, in ms, either way (https://docs.slack.dev/authentication/verifying-requests-from-slack). */
const toleranceMs = 300_000;

/** The signature Slack gives a body at a time (seconds since 1970). */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")}`;
}

/** Whether Slack signed exactly this body within the tolerance. An older signature may be a replay. */
export function isSigned(secret: string, headers: Headers, body: string, now: number): boolean {
  const timestamp = headers.get("x-slack-request-timestamp") ?? "";
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now - Number(timestamp) * 1000) > toleranceMs) return false;
  return isSameSecret(headers.get("x-slack-signature") ?? "", signatureOf(secret, timestamp, body));
}
