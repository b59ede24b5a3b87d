import { integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { ContactFilter } from "#core/model/contact-filter.ts";
import { agentData } from "../data-policy.ts";
import { ofAgent } from "./agents.ts";

export const segments = sqliteTable(
  "segments",
  {
    id: text().notNull(),
    agentId: ofAgent(),
    name: text().notNull(),
    nameKey: text().notNull(),
    filter: text({ mode: "json" }).$type<ContactFilter>().notNull(),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (segment) => [primaryKey({ columns: [segment.agentId, segment.id] }), uniqueIndex("segments_by_name").on(segment.agentId, segment.nameKey)],
);
export const segmentsPolicy = agentData;
