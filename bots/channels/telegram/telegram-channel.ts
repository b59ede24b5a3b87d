import type { Channel, HasHealth, HasMedia } from "#core/ports/channel.ts";
import type { ChannelOptions } from "#core/ports/channel-options.ts";
import type { ChannelRules } from "#core/ports/channel-rules.ts";
import { trackHealth } from "../health.ts";
import { redactedLog } from "../redact.ts";
import { createApis, officialApiRoot } from "./api.ts";
import { fetchMedia } from "./media.ts";
import { createReceiver, type Webhook } from "./receiver.ts";
import { rules } from "./rules.ts";
import { send } from "./send.ts";

export type TelegramOptions = ChannelOptions & {
  token: string;
  /** Another Bot API server than Telegram's own. */
  apiRoot?: string | undefined;
  /** Receive by webhook instead of polling. */
  webhook?: Webhook | undefined;
};

/** Has a hook (`hasHook`) when it receives by webhook. */
export type TelegramChannel = Channel & HasHealth & HasMedia & { rules: ChannelRules };

/** One bot on Telegram. Throws when the webhook's secret is none. */
export function telegramChannel({ token, apiRoot = officialApiRoot, webhook, ...options }: TelegramOptions): TelegramChannel {
  const root = apiRoot.replace(/\/+$/, "");
  const log = redactedLog(options.log, webhook ? [token, webhook.secret] : [token]);
  const health = trackHealth(options.now);
  const apis = createApis(token, root);
  const { hook, start, stop } = createReceiver(apis, { ...options, log }, health, webhook);
  return {
    name: "telegram",
    start,
    stop,
    async send(message) {
      const result = await send(message, apis.calls, options.now, log);
      if (result.outcome === "refused" && result.reason === "unauthorized") health.become("unauthorized", "Telegram refuses the bot token");
      return result;
    },
    rules,
    health: health.read,
    fetchMedia: (url) => fetchMedia(url, apis.calls, `${root}/file/bot${token}`, options.fetchPublic),
    ...(webhook ? { hook } : {}),
  };
}
