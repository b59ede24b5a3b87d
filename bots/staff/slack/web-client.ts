import { type Logger, LogLevel, webApi } from "@slack/bolt";
import type { ChannelLog } from "#core/ports/channel-options.ts";
import type { WebClient } from "./feature.ts";

/** Slack takes a message in well under a second; the queue repeats, so the client does not. */
const timeoutMs = 10_000;

/** A door to Slack's Web API with one token. Every call is one attempt; "too many" is an error that says for how long. */
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

/** Slack's library quotes what it was given: its words do not go into our log, only that it has complained. */
export function quietLogger(log: ChannelLog): Logger {
  const complain = () => log.warn({}, "Slack's library reports a fault");
  return { debug: () => {}, info: () => {}, warn: () => {}, error: complain, setLevel: () => {}, getLevel: () => LogLevel.ERROR, setName: () => {} };
}
