import type { Api } from "grammy";
import type { Message } from "grammy/types";
import type { SendResult } from "#core/model/delivery.ts";
import type { OutboundMessage } from "#core/ports/channel.ts";
import type { ChannelLog } from "#core/ports/channel-options.ts";
import { describe, sendFailure } from "./errors.ts";
import { type Rendered, render } from "./render.ts";

/** One attempt, whatever comes of it. */
export async function send(message: OutboundMessage, api: Api, now: () => number, log: ChannelLog): Promise<SendResult> {
  const rendered = render(message);
  if ("refused" in rendered) return { outcome: "refused", reason: rendered.refused, retryAt: null };
  try {
    return accepted(await call(api, rendered));
  } catch (error) {
    const result = sendFailure(error, now());
    log.warn({ deliveryId: message.deliveryId, result: result.outcome, detail: describe(error) }, "a message was not accepted");
    return result;
  }
}

function call({ raw }: Api, rendered: Exclude<Rendered, { refused: unknown }>): Promise<Message> {
  switch (rendered.method) {
    case "sendMessage":
      return raw.sendMessage(rendered.payload);
    case "sendPhoto":
      return raw.sendPhoto(rendered.payload);
    case "sendVoice":
      return raw.sendVoice(rendered.payload);
    case "sendDocument":
      return raw.sendDocument(rendered.payload);
  }
}

function accepted({ chat, message_id: id, date }: Message): SendResult {
  if (!Number.isSafeInteger(id) || !Number.isSafeInteger(date)) return { outcome: "unknown", reason: "unreadable_answer" };
  return { outcome: "accepted", externalId: `${chat.id}:${id}`, at: date * 1000 };
}
