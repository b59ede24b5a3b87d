import { type Logger, LogLevel, webApi } from "@slack/bolt";
import type { ChannelLog } from "#core/ports/channel-options.ts";
import type { WebClient } from "./feature.ts";

/** Slack answers in well under a second. The queue retries, so the client does not. */
const timeoutMs = 10_000;

/** A client of Slack's Web API with one token. Each call is one attempt, and a 429 rejects with the time to wait. */
export function webClient(token: string, apiUrl: string | undefined, log: ChannelLog): WebClient {
  return new webApi.WebClient(token, { ...clientOptions(apiUrl), logger: quietLogger(log) });
}

export function clientOptions(apiUrl: string | undefined) {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: `${apiUrl.replace(/\/+$/, "")}/` }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    allowAbsoluteUrls: false,
  };
}

/** Slack's library quotes message texts in its log lines, so our log says only that it reported a fault. */
export function quietLogger(log: ChannelLog): Logger {
  const report = () => log.warn({}, "Slack's library reports a fault");
  return { debug: () => {}, info: () => {}, warn: () => {}, error: report, setLevel: () => {}, getLevel: () => LogLevel.ERROR, setName: () => {} };
}
