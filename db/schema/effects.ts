import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { ofAgent } from "./agents.ts";

export const outbox = sqliteTable(
  "outbox",
  {
    id: text().notNull(),
    agentId: ofAgent(),
    type: text().notNull(),
    key: text().notNull(),
    payload: text({ mode: "json" }).$type<Record<string, string>>().notNull(),
    startAfter: integer(),
    createdAt: integer().notNull(),
  },
  (effect) => [primaryKey({ columns: [effect.agentId, effect.id] }), uniqueIndex("outbox_by_key").on(effect.agentId, effect.key)],
);
export const outboxPolicy = {
  owner: "agent",
  contactColumns: [],
  merge: "keep",
  unmerge: "keep",
  move: null,
  erase: "delete_effects",
  posts: [],
} as const;

export const idempotency = sqliteTable(
  "remembered",
  {
    agentId: ofAgent(),
    keyHash: text().notNull(),
    requestHash: text().notNull(),
    ownerId: text(),
    contactId: text(),
    status: integer().notNull(),
    body: text(),
    createdAt: integer().notNull(),
  },
  (answer) => [
    primaryKey({ columns: [answer.agentId, answer.keyHash] }),
    index("remembered_by_contact").on(answer.agentId, answer.contactId).where(sql`contact_id IS NOT NULL`),
    index("remembered_by_owner").on(answer.agentId, answer.ownerId).where(sql`owner_id IS NOT NULL`),
    index("remembered_by_time").on(answer.createdAt),
  ],
);
export const idempotencyPolicy = {
  owner: "contact",
  contactColumns: ["contactId"],
  merge: "keep",
  unmerge: "keep",
  move: null,
  erase: "answer_gone",
  posts: [],
} as const;
