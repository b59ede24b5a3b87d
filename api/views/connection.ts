import { z } from "@hono/zod-openapi";
import type { ConnectionRecord } from "#core/model/connection.ts";
import { channels } from "#core/model/vocabulary.ts";
import type { ChannelHealth } from "#core/ports/channel.ts";
import { iso, Moment } from "./moment.ts";

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
      .meta({ description: "null: another process carries it, or none does yet" }),
    createdAt: Moment,
  })
  .meta({ id: "Connection", description: "One of your accounts on a chat platform" });

export function toConnectionView(connection: ConnectionRecord, health: ChannelHealth | null): z.infer<typeof ConnectionView> {
  const { id, channel, account, sealed, createdAt } = connection;
  return {
    id,
    channel,
    account,
    origin: sealed === null ? "environment" : "api",
    health: health && { state: health.state, since: iso(health.since), detail: health.detail },
    createdAt: iso(createdAt),
  };
}
