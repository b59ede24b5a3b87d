import type { Channel, HasHealth, HasMedia, HasPace } from "#core/ports/channel.ts";
import { trackHealth } from "../health.ts";
import type { ChannelOptions } from "../options.ts";
import { redactedLog } from "../redact.ts";
import { createApis, officialApiRoot } from "./api.ts";
import { fetchMedia } from "./media.ts";
import { createReceiver, type Webhook } from "./receiver.ts";
import { send } from "./send.ts";

export type TelegramOptions = ChannelOptions & {
  token: string;
  /** Another Bot API server than Telegram's own. */
  apiRoot?: string | undefined;
  /** Receive by webhook instead of polling. */
  webhook?: Webhook | undefined;
};

/** Has a hook (`hasHook`) when it receives by webhook. */
export type TelegramChannel = Channel & HasPace & HasHealth & HasMedia;

/** What a bot may send (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this). */
const pace = { perSecond: 30, perChatPerSecond: 1 };

/** One bot on Telegram. Throws when the webhook's secret is none. */
export function telegramChannel({
  token,
  apiRoot = officialApiRoot,

  webhook,
  ...options
}: TelegramOptions): TelegramChannel {
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
    pace,
    health: health.read,
    fetchMedia: (url) => fetchMedia(url, apis.calls, `${root}/file/bot${token}`),
    ...(webhook ? { hook } : {}),
  };
}
