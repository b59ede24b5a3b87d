import { z } from "zod";
import { defineChannel } from "../define-channel.ts";
import { rules } from "./rules.ts";

const token = z.string().regex(/^\d+:[\w-]{20,}$/, "is not a bot token as @BotFather gives it");
/** What setWebhook takes (https://core.telegram.org/bots/api#setwebhook), long enough not to be guessed. */
const webhookSecretForm = /^[\w-]{16,256}$/;

export const telegram = defineChannel({
  name: "telegram",
  channel: "telegram",
  label: "Telegram",
  credentials: {
    token: {
      schema: token.meta({ description: "The bot's token; kept encrypted", example: "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw" }),
      isSecret: true,
    },
    webhookSecret: {
      schema: z
        .string()
        .regex(webhookSecretForm, "is 16 to 256 of A-Z a-z 0-9 _ -")
        .optional()
        .meta({ description: "Receive by webhook at /hooks/telegram/{connection id} instead of polling" }),
      isSecret: true,
    },
  },
  environment: {
    variables: {
      TELEGRAM_BOT_TOKEN: {
        schema: token.optional(),
        help: "As @BotFather gives it. Set: the default agent's customers can write to this bot.",
      },
      TELEGRAM_API_ROOT: {
        schema: z.url({ protocol: /^https?$/, error: "is not an http(s) address" }).optional(),
        help: "Another Bot API server than Telegram's own.",
      },
      TELEGRAM_WEBHOOK_SECRET: {
        schema: z.string().regex(webhookSecretForm, "is not 16 to 256 of A-Z a-z 0-9 _ -").optional(),
        help: "16 to 256 of A-Z a-z 0-9 _ -. Set: updates come in at POST /hooks/telegram. Unset: long polling, which needs no public address.",
      },
    },
    account: ({ TELEGRAM_BOT_TOKEN, TELEGRAM_WEBHOOK_SECRET }) =>
      TELEGRAM_BOT_TOKEN === undefined ? null : { token: TELEGRAM_BOT_TOKEN, webhookSecret: TELEGRAM_WEBHOOK_SECRET },
    faults: ({ TELEGRAM_BOT_TOKEN, TELEGRAM_WEBHOOK_SECRET }) =>
      TELEGRAM_WEBHOOK_SECRET !== undefined && TELEGRAM_BOT_TOKEN === undefined
        ? [{ variable: "TELEGRAM_WEBHOOK_SECRET", message: "is set, but TELEGRAM_BOT_TOKEN is not" }]
        : [],
  },
  rules,
  open: async ({ credentials: { token: botToken, webhookSecret }, variables: { TELEGRAM_API_ROOT } }, options) => {
    const { telegramChannel } = await import("./telegram-channel.ts");
    const webhook = webhookSecret === undefined ? undefined : { secret: webhookSecret };
    return telegramChannel({ ...options, token: botToken, apiRoot: TELEGRAM_API_ROOT, webhook });
  },
  hook: null,
});
