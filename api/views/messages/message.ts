import { z } from "@hono/zod-openapi";
import { analysts, authors, channels, conversionKinds, directions, sources } from "#core/model/vocabulary.ts";
import type { MessageWithReading } from "#core/ports/store.ts";
import { iso, isoOrNull, Moment } from "../moment.ts";

export const MediaView = z.object({
  url: z.string().meta({ example: "https://example.com/menu.jpg" }),
  type: z.string().meta({ description: "Media type", example: "image/jpeg" }),
});

export const ReadingView = z
  .object({
    analyst: z.enum(analysts).meta({ example: "rules" }),
    version: z.string().meta({ example: "1" }),
    language: z.string().nullable().meta({ example: "en" }),
    intents: z.array(z.object({ intent: z.string(), quote: z.string() })).meta({ example: [{ intent: "pricing_question", quote: "how much" }] }),
    conversion: z
      .object({ kind: z.enum(conversionKinds), quote: z.string() })
      .nullable()
      .meta({ description: "The business confirms a booking or purchase", example: null }),
    promises: z.array(z.object({ quote: z.string(), dueAt: Moment })).meta({ description: "The business promises to come back", example: [] }),
  })
  .meta({ id: "Reading", description: "What one analyst found in a message, with the words that show it" });

export const MessageView = z
  .object({
    id: z.string().meta({ example: "msg_01kaw3v6h0abcdefghjkmnpqrs" }),
    conversationId: z.string().meta({ example: "cnv_01kaw3v6h0abcdefghjkmnpqrs" }),
    contactId: z.string().meta({ example: "con_01kaw3v6h0abcdefghjkmnpqrs" }),
    channel: z.enum(channels).meta({ example: "web" }),
    account: z.string().meta({ description: "Which of the business's accounts on the channel", example: "default" }),
    source: z.enum(sources).meta({ example: "chat_widget" }),
    externalId: z.string().nullable().meta({ description: "The platform's id", example: "wamid.1" }),
    direction: z.enum(directions).meta({ example: "inbound" }),
    author: z.enum(authors).meta({ example: "customer" }),
    text: z.string().meta({ example: "Hi! How much for two nights?" }),
    media: z.array(MediaView).meta({ example: [] }),
    forwarded: z.boolean().meta({ description: "The words are somebody else's, passed on; they are read for nothing", example: false }),
    quoted: z.string().nullable().meta({ description: "Words of another message that this one answers", example: null }),
    sentAt: Moment,
    editedAt: Moment.nullable(),
    sentiment: z.number().min(-1).max(1).nullable().meta({ description: "Null when the message carries no tone, or is ours", example: null }),
    reading: ReadingView,
  })
  .meta({ id: "Message", description: "A message from or to a contact, and what was read in it" });
export type MessageView = z.infer<typeof MessageView>;

export function toMessageView(message: MessageWithReading): MessageView {
  const {
    id,
    conversationId,
    contactId,
    channel,
    account,
    source,
    externalId,
    direction,
    author,
    text,
    media,
    forwarded,
    quoted,
    sentiment,
    reading,
  } = message;
  const { analyst, version, language, intents, conversion, promises } = reading;
  return {
    id,
    conversationId,
    contactId,
    channel,
    account,
    source,
    externalId,
    direction,
    author,
    text,
    media,
    forwarded,
    quoted,
    sentAt: iso(message.sentAt),
    editedAt: isoOrNull(message.editedAt),
    sentiment,
    reading: {
      analyst,
      version,
      language,
      intents,
      conversion,
      promises: promises.map(({ quote, dueAt }) => ({ quote, dueAt: iso(dueAt) })),
    },
  };
}
