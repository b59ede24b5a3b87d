import type { TelegramChannel, TelegramOptions } from "./telegram/index.ts";

/** The roster. A channel's SDK is loaded when the channel is opened, not before. */
export const openChannel = {
  telegram: async (options: TelegramOptions): Promise<TelegramChannel> => (await import("./telegram/index.ts")).telegramChannel(options),
};
