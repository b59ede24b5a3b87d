import { integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Settings } from "#core/model/settings.ts";
import { agentData } from "../data-policy.ts";

export const agents = sqliteTable("agents", {
  id: text().primaryKey(),
  name: text().notNull(),
  createdAt: integer().notNull(),
});
export const agentsPolicy = {
  owner: "nobody",
  contactColumns: [],
  merge: "keep",
  unmerge: "keep",
  move: null,
  erase: "keep",
  posts: [],
} as const;

export const ofAgent = () =>
  text()
    .notNull()
    .references(() => agents.id);

export const keys = sqliteTable(
  "keys",
  {
    id: text().notNull(),
    agentId: ofAgent(),
    name: text().notNull(),
    hash: text().notNull(),
    scopes: text({ mode: "json" }).$type<string[]>().notNull(),
    createdAt: integer().notNull(),
    revokedAt: integer(),
  },
  (key) => [primaryKey({ columns: [key.agentId, key.id] }), uniqueIndex("keys_by_hash").on(key.hash)],
);
export const keysPolicy = agentData;

export const settings = sqliteTable(
  "settings",
  {
    agentId: ofAgent(),
    version: integer().notNull(),
    document: text({ mode: "json" }).$type<Settings>().notNull(),
    createdAt: integer().notNull(),
    createdBy: text().notNull(),
  },
  (setting) => [primaryKey({ columns: [setting.agentId, setting.version] })],
);
export const settingsPolicy = agentData;
