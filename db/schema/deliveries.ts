import { sql } from "drizzle-orm";
import { foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { deliveryStates, purposes, type ReceiptPrice } from "#core/model/delivery.ts";
import type { MediaReference } from "#core/model/messages/media.ts";
import { channels } from "#core/model/vocabulary.ts";
import { contacts } from "./contacts.ts";
import { conversations } from "./messages.ts";

export const deliveries = sqliteTable(
  "deliveries",
  {
    id: text().notNull(),
    agentId: text().notNull(),
    contactId: text().notNull(),
    conversationId: text().notNull(),
    identityId: text().notNull(),
    channel: text({ enum: channels }).notNull(),
    account: text().notNull(),
    purpose: text({ enum: purposes }).notNull(),
    onceKey: text(),
    followUpId: text(),
    text: text().notNull(),
    media: text({ mode: "json" }).$type<MediaReference[]>().notNull(),
    author: text({ enum: ["bot", "staff", "system"] }).notNull(),
    state: text({ enum: deliveryStates }).notNull(),
    reason: text(),
    providerId: text(),
    messageId: text(),
    attempts: integer().notNull(),
    notBefore: integer(),
    sentAt: integer(),
    deliveredAt: integer(),
    readAt: integer(),
    price: text({ mode: "json" }).$type<ReceiptPrice>(),
    owner: text(),
    leaseUntil: integer(),
    createdBy: text().notNull(),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (delivery) => [
    primaryKey({ columns: [delivery.agentId, delivery.id] }),
    foreignKey({ columns: [delivery.agentId, delivery.contactId], foreignColumns: [contacts.agentId, contacts.id] }),
    foreignKey({ columns: [delivery.agentId, delivery.conversationId], foreignColumns: [conversations.agentId, conversations.id] }),
    uniqueIndex("deliveries_once").on(delivery.agentId, delivery.onceKey).where(sql`once_key IS NOT NULL`),
    index("deliveries_by_state").on(delivery.agentId, delivery.state, delivery.createdAt, delivery.id),
    index("deliveries_by_conversation").on(delivery.agentId, delivery.conversationId, delivery.createdAt, delivery.id),
    index("deliveries_by_contact").on(delivery.agentId, delivery.contactId),
    index("deliveries_unasked").on(delivery.agentId, delivery.contactId).where(sql`state IN ('queued', 'claimed') AND purpose <> 'reply'`),
    index("deliveries_of_marketing").on(delivery.agentId, delivery.contactId, delivery.sentAt).where(sql`purpose <> 'reply' AND sent_at IS NOT NULL`),
    index("deliveries_by_provider_id")
      .on(delivery.agentId, delivery.channel, delivery.account, delivery.providerId)
      .where(sql`provider_id IS NOT NULL`),
    index("deliveries_waiting").on(delivery.updatedAt).where(sql`state = 'queued'`),
    index("deliveries_leased").on(delivery.leaseUntil).where(sql`lease_until IS NOT NULL`),
  ],
);
export const deliveriesPolicy = {
  owner: "conversation",
  contactColumns: ["contactId"],
  merge: "follow",
  unmerge: "follow",
  move: "conversationId",
  erase: "delete",
  posts: ["delivery"],
} as const;
