import { sql } from "drizzle-orm";
import { index, integer, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { ContactState } from "#core/model/contact-state.ts";
import type { AttributeValue, PeopleBy } from "#core/model/records.ts";
import type { ChannelName } from "#core/model/vocabulary.ts";
import { grades, sentimentLevels, sentimentTrends, sources, stages, statuses } from "#core/model/vocabulary.ts";
import { ofAgent } from "./agents.ts";

const flag = () => integer({ mode: "boolean" });

/** `row` is what the search index names a contact by, and breaks ties in sorted lists: each index ends with it unasked. */
export const contacts = sqliteTable(
  "contacts",
  {
    row: integer().primaryKey(),
    id: text().notNull(),
    agentId: ofAgent(),
    version: integer().notNull(),
    settingsVersion: integer().notNull(),
    rulesVersion: integer().notNull().default(0),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
    recentAt: integer().notNull(),
    firstSeenAt: integer(),
    lastSeenAt: integer(),
    reviewAt: integer(),
    messageCount: integer().notNull(),
    score: integer().notNull(),
    grade: text({ enum: grades }).notNull(),
    status: text({ enum: statuses }).notNull(),
    stage: text({ enum: stages }).notNull(),
    source: text({ enum: sources }).notNull(),
    sentiment: real(),
    sentimentLevel: text({ enum: sentimentLevels }),
    sentimentTrend: text({ enum: sentimentTrends }),
    vip: flag().notNull(),
    atRisk: flag().notNull(),
    vipOverride: flag(),
    optedOut: flag().notNull(),
    ownerId: text(),
    branchId: text(),
    language: text(),
    timeZone: text(),
    nameKey: text().notNull(),
    searchText: text().notNull(),
    name: text(),
    email: text(),
    phone: text(),
    company: text(),
    channels: text({ mode: "json" }).$type<ChannelName[]>().notNull(),
    sourceDetail: text(),
    statusBecause: text().notNull(),
    vipBecause: text(),
    atRiskBecause: text(),
    awaitingReply: flag().notNull().default(false),
    attributes: text({ mode: "json" }).$type<Record<string, AttributeValue>>().notNull(),
    state: text({ mode: "json" }).$type<ContactState>().notNull(),
    peopleBy: text({ mode: "json" }).$type<PeopleBy>(),
  },
  (contact) => [
    uniqueIndex("contacts_by_id").on(contact.agentId, contact.id),
    index("contacts_by_recent").on(contact.agentId, contact.recentAt),
    index("contacts_by_name").on(contact.agentId, contact.nameKey),
    index("contacts_by_created").on(contact.agentId, contact.createdAt),
    index("contacts_by_score").on(contact.agentId, contact.score),
    index("contacts_by_status").on(contact.agentId, contact.status, contact.recentAt),
    index("contacts_by_stage").on(contact.agentId, contact.stage, contact.recentAt),
    index("contacts_by_owner").on(contact.agentId, contact.ownerId, contact.recentAt).where(sql`owner_id IS NOT NULL`),
    index("contacts_by_branch").on(contact.agentId, contact.branchId, contact.recentAt).where(sql`branch_id IS NOT NULL`),
    index("contacts_by_vip").on(contact.agentId, contact.recentAt).where(sql`vip = 1`),
    index("contacts_by_risk").on(contact.agentId, contact.recentAt).where(sql`at_risk = 1`),
    index("contacts_by_awaiting").on(contact.agentId, contact.recentAt).where(sql`awaiting_reply = 1`),
    index("contacts_by_review").on(contact.agentId, contact.reviewAt).where(sql`review_at IS NOT NULL`),
    index("contacts_by_settings").on(contact.agentId, contact.settingsVersion),
    index("contacts_by_rules").on(contact.agentId, contact.rulesVersion),
  ],
);
export const contactsPolicy = {
  owner: "contact",
  contactColumns: ["id"],
  merge: "rewrite",
  unmerge: "rewrite",
  move: null,
  erase: "delete_contact",
  posts: [],
} as const;
