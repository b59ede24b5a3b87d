import { Api, type ApiClientOptions } from "grammy";
import { createTransport } from "../transport.ts";

export const officialApiRoot = "https://api.telegram.org";

/** How long Telegram may hold a question for updates that has none to answer it. */
export const longPollSeconds = 30;

/** For one call; a send that takes longer is unknown. */
const callSeconds = 20;
const pollSeconds = longPollSeconds + 15;

/** grammY's typed calls over a transport that repeats nothing. Polling has a patience of its own. */
export type Apis = { calls: Api; polls: Api };

export function createApis(token: string, apiRoot: string): Apis {
  // grammY calls it with a string and an init object, and reads only `json()` of what comes back.
  const fetch = createTransport(apiRoot) as unknown as NonNullable<ApiClientOptions["fetch"]>;
  const open = (timeoutSeconds: number) => new Api(token, { apiRoot, timeoutSeconds, sensitiveLogs: false, fetch });
  return { calls: open(callSeconds), polls: open(pollSeconds) };
}

/** The signal as grammY's calls take it. */
export function forGrammy(signal: AbortSignal): NonNullable<Parameters<Api["getMe"]>[0]> {
  // grammY names the AbortSignal of a polyfill, and uses only what the runtime's own has too.
  return signal as NonNullable<Parameters<Api["getMe"]>[0]>;
}
