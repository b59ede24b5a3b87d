import { z } from "@hono/zod-openapi";
import type { ConversationRecord } from "#core/model/records.ts";
import { channels } from "#core/model/vocabulary.ts";
import { iso, isoOrNull, Moment } from "../moment.ts";

export const ConversationView = z
  .object({
    id: z.string().meta({ example: "cnv_01kaw3v6h0abcdefghjkmnpqrs" }),
    contactId: z.string().meta({ example: "con_01kaw3v6h0abcdefghjkmnpqrs" }),
    channel: z.enum(channels).meta({ example: "web" }),
    account: z.string().meta({ example: "default" }),
    branchId: z.string().nullable().meta({ example: null }),
    takenOverBy: z.string().nullable().meta({ description: "Who owns it: the bot is silent", example: null }),
    takenOverAt: Moment.nullable(),
    messageCount: z.int().meta({ example: 5 }),
    createdAt: Moment,
    lastMessageAt: Moment,
  })
  .meta({ id: "Conversation", description: "All messages of one identity on one channel account" });

export function toConversationView(conversation: ConversationRecord): z.infer<typeof ConversationView> {
  const { id, contactId, channel, account, branchId, messageCount, createdAt, lastMessageAt, takenOverBy, takenOverAt } = conversation;
  const at = { createdAt: iso(createdAt), lastMessageAt: iso(lastMessageAt), takenOverAt: isoOrNull(takenOverAt) };
  return { id, contactId, channel, account, branchId, takenOverBy, messageCount, ...at };
}
