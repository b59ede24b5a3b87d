import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { channels } from "#core/model/vocabulary.ts";
import { agentData } from "../data-policy.ts";
import type { RecordOf } from "../table.ts";
import { ofAgent } from "./agents.ts";

export const connections = sqliteTable(
  "connections",
  {
    id: text().notNull(),
    agentId: ofAgent(),
    channel: text({ enum: channels }).notNull(),
    account: text().notNull(),
    via: text(),
    sealed: text(),
    createdBy: text().notNull(),
    createdAt: integer().notNull(),
  },
  (connection) => [
    primaryKey({ columns: [connection.agentId, connection.id] }),
    uniqueIndex("connections_by_account").on(connection.agentId, connection.channel, connection.account),
  ],
);
export const connectionsPolicy = agentData;

export const leases = sqliteTable(
  "leases",
  { agentId: ofAgent(), name: text().notNull(), owner: text().notNull(), until: integer().notNull() },
  (lease) => [primaryKey({ columns: [lease.agentId, lease.name] })],
);
export const leasesPolicy = agentData;
declare module "#core/model/tables.ts" {
  interface Tables {
    leases: RecordOf<typeof leases>;
  }
}

export const poison = sqliteTable(
  "poison",
  {
    id: text().notNull(),
    agentId: ofAgent(),
    channel: text({ enum: channels }).notNull(),
    account: text().notNull(),
    senderId: text(),
    code: text().notNull(),
    payload: text({ mode: "json" }).$type<unknown>().notNull(),
    receivedAt: integer().notNull(),
  },
  (update) => [
    primaryKey({ columns: [update.agentId, update.id] }),
    index("poison_by_sender").on(update.agentId, update.channel, update.account, update.senderId),
  ],
);
export const poisonPolicy = {
  owner: "agent",
  contactColumns: [],
  merge: "keep",
  unmerge: "keep",
  move: null,
  erase: "delete_with_sender",
  posts: [],
} as const;
