import { sql } from "drizzle-orm";
import { foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { type FollowUpEvidence, followUpKinds, followUpStates } from "#core/model/followup.ts";
import type { CreditRecord, TemplateText } from "#core/model/template.ts";
import { channels } from "#core/model/vocabulary.ts";
import { agentData } from "../data-policy.ts";
import { ofAgent } from "./agents.ts";
import { contacts } from "./contacts.ts";

export const followups = sqliteTable(
  "followups",
  {
    id: text().notNull(),
    agentId: text().notNull(),
    contactId: text().notNull(),
    conversationId: text(),
    kind: text({ enum: followUpKinds }).notNull(),
    trigger: text().notNull(),
    episode: text().notNull(),
    attempt: integer().notNull(),
    version: integer().notNull(),
    state: text({ enum: followUpStates }).notNull(),
    reason: text().notNull(),
    endedBecause: text(),
    evidence: text({ mode: "json" }).$type<FollowUpEvidence[]>().notNull(),
    channel: text({ enum: channels }),
    text: text().notNull(),
    originalText: text().notNull(),
    templateId: text(),
    editedBy: text(),
    editedAt: integer(),
    auto: integer({ mode: "boolean" }).notNull(),
    dueAt: integer().notNull(),
    reviewAt: integer(),
    deliveryId: text(),
    approvals: integer().notNull(),
    decidedBy: text(),
    decidedAt: integer(),
    sentAt: integer(),
    endedAt: integer(),
    createdBy: text().notNull(),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (followup) => [
    primaryKey({ columns: [followup.agentId, followup.id] }),
    foreignKey({ columns: [followup.agentId, followup.contactId], foreignColumns: [contacts.agentId, contacts.id] }),
    uniqueIndex("followups_once").on(followup.agentId, followup.contactId, followup.trigger, followup.episode, followup.attempt),
    index("followups_by_due").on(followup.agentId, followup.state, followup.dueAt, followup.id),
    index("followups_by_created").on(followup.agentId, followup.createdAt),
    index("followups_open").on(followup.agentId, followup.contactId).where(sql`ended_at IS NULL`),
    index("followups_to_review").on(followup.agentId, followup.reviewAt).where(sql`review_at IS NOT NULL`),
    index("followups_by_delivery").on(followup.agentId, followup.deliveryId).where(sql`delivery_id IS NOT NULL`),
  ],
);
export const followupsPolicy = {
  owner: "conversation",
  contactColumns: ["contactId"],
  merge: "move",
  unmerge: "return",
  move: "conversationId",
  erase: "delete",
  posts: ["followup"],
} as const;

export const dues = sqliteTable(
  "dues",
  {
    agentId: text().notNull(),
    contactId: text().notNull(),
    trigger: text().notNull(),
    dueAt: integer().notNull(),
    episode: text().notNull(),
    attempt: integer().notNull(),
  },
  (due) => [
    primaryKey({ columns: [due.agentId, due.contactId, due.trigger] }),
    foreignKey({ columns: [due.agentId, due.contactId], foreignColumns: [contacts.agentId, contacts.id] }),
    index("dues_by_time").on(due.agentId, due.dueAt),
  ],
);
export const duesPolicy = {
  owner: "contact",
  contactColumns: ["contactId"],
  merge: "rewrite",
  unmerge: "rewrite",
  move: null,
  erase: "delete",
  posts: [],
} as const;

export const templates = sqliteTable(
  "templates",
  {
    id: text().notNull(),
    agentId: ofAgent(),
    name: text().notNull(),
    nameKey: text().notNull(),
    texts: text({ mode: "json" }).$type<TemplateText[]>().notNull(),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (template) => [primaryKey({ columns: [template.agentId, template.id] }), uniqueIndex("templates_by_name").on(template.agentId, template.nameKey)],
);
export const templatesPolicy = agentData;

export const credits = sqliteTable(
  "credits",
  {
    id: text().notNull(),
    agentId: ofAgent(),
    at: integer().notNull(),
    amount: integer().notNull(),
    reason: text().$type<CreditRecord["reason"]>().notNull(),
    note: text(),
    ref: text(),
    by: text().notNull(),
  },
  (credit) => [
    primaryKey({ columns: [credit.agentId, credit.id] }),
    uniqueIndex("credits_once").on(credit.agentId, credit.reason, credit.ref).where(sql`ref IS NOT NULL`),
    index("credits_by_time").on(credit.agentId, credit.at, credit.id),
  ],
);
export const creditsPolicy = agentData;
