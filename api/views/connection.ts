import { z } from "@hono/zod-openapi";
import type { ConnectionRecord } from "#core/model/connection.ts";
import { channels } from "#core/model/vocabulary.ts";
import type { ChannelHealth } from "#core/ports/channel.ts";
import type { ChannelRules } from "#core/ports/channel-rules.ts";
import { iso, Moment } from "./moment.ts";

const flag = (description: string) => z.boolean().meta({ description, example: true });

const CapabilitiesView = z
  .object({
    receipts: z.object({
      delivered: flag("It says when a message has arrived"),
      read: flag("It says when a message was read"),
      failed: flag("It says when a message it had taken could not be delivered"),
      price: flag("It says what a message cost"),
    }),
    media: z
      .array(z.object({ type: z.string().meta({ example: "image/jpeg" }), maxBytes: z.int().meta({ example: 5_000_000 }) }))
      .meta({ description: "Files that can be sent, by media type; `image/` stands for all that begin so" }),
    text: z
      .object({ maxLength: z.int().meta({ example: 4096 }), maxCaptionLength: z.int().meta({ example: 1024 }) })
      .meta({ description: "Longest text, and longest text beside a file, in characters" }),
    windowHours: z.number().nullable().meta({ description: "How long after their last message you may write freely; null: for ever", example: 24 }),
    firstContact: flag("You may write to somebody who has never written to you"),
  })
  .meta({ id: "ChannelCapabilities", description: "What the platform lets the account do" });

export const ConnectionView = z
  .object({
    id: z.string().meta({ example: "chn_01kaw3v6h0abcdefghjkmnpqrs" }),
    channel: z.enum(channels).meta({ example: "telegram" }),
    account: z.string().meta({ example: "default" }),
    origin: z.enum(["environment", "api"]).meta({ description: "Where its credentials come from; they are never shown", example: "api" }),
    health: z
      .object({
        state: z.enum(["starting", "connected", "disconnected", "unauthorized", "conflict"]).meta({ example: "connected" }),
        since: Moment,
        detail: z.string().nullable().meta({ example: null }),
      })
      .nullable()
      .meta({ description: "null: another process has it open, or none does yet" }),
    capabilities: CapabilitiesView.nullable().meta({ description: "null: this version of the product does not have the channel" }),
    createdAt: Moment,
  })
  .meta({ id: "Connection", description: "One of your accounts on a chat platform" });

export function toConnectionView(
  connection: ConnectionRecord,
  health: ChannelHealth | null,
  rules: ChannelRules | null,
): z.infer<typeof ConnectionView> {
  const { id, channel, account, sealed, createdAt } = connection;
  return {
    id,
    channel,
    account,
    origin: sealed === null ? "environment" : "api",
    health: health && { state: health.state, since: iso(health.since), detail: health.detail },
    capabilities: rules && toCapabilities(rules),
    createdAt: iso(createdAt),
  };
}

function toCapabilities({ receipts, media, text, windowHours, firstContact }: ChannelRules): z.infer<typeof CapabilitiesView> {
  return { receipts, media: [...media], text, windowHours, firstContact };
}
