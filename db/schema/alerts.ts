import { sql } from "drizzle-orm";
import { foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { type AlertEvent, type AlertEvidence, alertStates } from "#core/model/alert.ts";
import { escalationKinds, severities } from "#core/model/escalation.ts";
import { contacts } from "./contacts.ts";
import { conversations } from "./messages.ts";

export const alerts = sqliteTable(
  "alerts",
  {
    id: text().notNull(),
    agentId: text().notNull(),
    contactId: text().notNull(),
    conversationId: text().notNull(),
    rule: text().notNull(),
    kind: text({ enum: escalationKinds }).notNull(),
    ruleName: text().notNull(),
    severity: text({ enum: severities }).notNull(),
    state: text({ enum: alertStates }).notNull(),
    reason: text().notNull(),
    evidence: text({ mode: "json" }).$type<AlertEvidence[]>().notNull(),
    history: text({ mode: "json" }).$type<AlertEvent[]>().notNull(),
    branchId: text(),
    openedAt: integer().notNull(),
    updatedAt: integer().notNull(),
    ownerId: text(),
    endedAt: integer(),
    endedBy: text(),
    endedBecause: text(),
    mutedUntil: integer(),
    remindAt: integer(),
    reminders: integer().notNull(),
  },
  (alert) => [
    primaryKey({ columns: [alert.agentId, alert.id] }),
    foreignKey({ columns: [alert.agentId, alert.contactId], foreignColumns: [contacts.agentId, contacts.id] }),
    foreignKey({ columns: [alert.agentId, alert.conversationId], foreignColumns: [conversations.agentId, conversations.id] }),
    // One open alert for each conversation and rule (product.md §11).
    uniqueIndex("alerts_open").on(alert.agentId, alert.conversationId, alert.rule).where(sql`ended_at IS NULL`),
    index("alerts_by_conversation").on(alert.agentId, alert.conversationId, alert.openedAt),
    index("alerts_by_contact").on(alert.agentId, alert.contactId),
    index("alerts_by_state").on(alert.agentId, alert.state, alert.openedAt, alert.id),
    index("alerts_open_by_severity").on(alert.agentId, alert.state, alert.severity, alert.openedAt, alert.id).where(sql`ended_at IS NULL`),
    index("alerts_by_opening").on(alert.agentId, alert.openedAt, alert.id),
    index("alerts_to_remind").on(alert.agentId, alert.remindAt).where(sql`remind_at IS NOT NULL`),
  ],
);
export const alertsPolicy = {
  owner: "conversation",
  contactColumns: ["contactId"],
  merge: "follow",
  unmerge: "follow",
  move: "conversationId",
  erase: "delete",
  posts: ["alert", "alert_reminder"],
} as const;
