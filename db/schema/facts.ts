import { sql } from "drizzle-orm";
import { type AnySQLiteColumn, foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Sender } from "#core/model/fact.ts";
import type { Cause } from "#core/model/records.ts";
import type { Stage, Status } from "#core/model/vocabulary.ts";
import { detailFields, provenances, stages, transitionKinds } from "#core/model/vocabulary.ts";
import { contactData } from "../data-policy.ts";
import { contacts } from "./contacts.ts";

const ofContact = (table: { agentId: AnySQLiteColumn; contactId: AnySQLiteColumn }) =>
  foreignKey({ columns: [table.agentId, table.contactId], foreignColumns: [contacts.agentId, contacts.id] });

export const hits = sqliteTable(
  "hits",
  {
    signalId: text().notNull(),
    signalVersion: integer().notNull(),
    factId: text().notNull(),
    agentId: text().notNull(),
    contactId: text().notNull(),
    at: integer().notNull(),
    points: integer().notNull(),
    quote: text().notNull(),
    counted: integer({ mode: "boolean" }).notNull(),
  },
  (hit) => [
    primaryKey({ columns: [hit.agentId, hit.factId, hit.signalId] }),
    ofContact(hit),
    index("hits_by_contact").on(hit.agentId, hit.contactId),
  ],
);
export const hitsPolicy = {
  owner: "contact",
  contactColumns: ["contactId"],
  merge: "rewrite",
  unmerge: "rewrite",
  move: null,
  erase: "delete",
  posts: [],
} as const;

export const actions = sqliteTable(
  "actions",
  {
    id: text().notNull(),
    agentId: text().notNull(),
    contactId: text().notNull(),
    action: text().notNull(),
    externalId: text(),
    reference: text(),
    sender: text({ mode: "json" }).$type<Sender>(),
    properties: text({ mode: "json" }).$type<Record<string, unknown>>().notNull(),
    at: integer().notNull(),
    receivedAt: integer().notNull(),
  },
  (action) => [
    primaryKey({ columns: [action.agentId, action.id] }),
    ofContact(action),
    uniqueIndex("actions_by_external_id").on(action.agentId, action.externalId).where(sql`external_id IS NOT NULL`),
    index("actions_by_contact").on(action.agentId, action.contactId, action.at, action.id),
  ],
);
export const actionsPolicy = contactData;

export const adjustments = sqliteTable(
  "adjustments",
  {
    id: text().notNull(),
    agentId: text().notNull(),
    contactId: text().notNull(),
    points: integer().notNull(),
    setTo: integer(),
    reason: text().notNull(),
    by: text().notNull(),
    at: integer().notNull(),
  },
  (adjustment) => [
    primaryKey({ columns: [adjustment.agentId, adjustment.id] }),
    ofContact(adjustment),
    index("adjustments_by_contact").on(adjustment.agentId, adjustment.contactId, adjustment.at, adjustment.id),
  ],
);
export const adjustmentsPolicy = contactData;

export const stageChanges = sqliteTable(
  "stage_changes",
  {
    id: text().notNull(),
    agentId: text().notNull(),
    contactId: text().notNull(),
    stage: text({ enum: stages }).notNull(),
    reason: text(),
    by: text().notNull(),
    at: integer().notNull(),
  },
  (change) => [
    primaryKey({ columns: [change.agentId, change.id] }),
    ofContact(change),
    index("stage_changes_by_contact").on(change.agentId, change.contactId, change.at, change.id),
  ],
);
export const stageChangesPolicy = contactData;

export const edits = sqliteTable(
  "edits",
  {
    id: text().notNull(),
    agentId: text().notNull(),
    contactId: text().notNull(),
    field: text({ enum: detailFields }).notNull(),
    value: text(),
    provenance: text({ enum: provenances }).notNull(),
    by: text().notNull(),
    at: integer().notNull(),
  },
  (edit) => [
    primaryKey({ columns: [edit.agentId, edit.id] }),
    ofContact(edit),
    index("edits_by_contact").on(edit.agentId, edit.contactId, edit.at, edit.id),
  ],
);
export const editsPolicy = contactData;

export const transitions = sqliteTable(
  "transitions",
  {
    id: text().notNull(),
    agentId: text().notNull(),
    contactId: text().notNull(),
    kind: text({ enum: transitionKinds }).notNull(),
    from: text().$type<Status | Stage>(),
    to: text().$type<Status | Stage>().notNull(),
    because: text().notNull(),
    cause: text({ mode: "json" }).$type<Cause>().notNull(),
    at: integer().notNull(),
    recordedAt: integer().notNull(),
    cycle: integer().notNull(),
    settingsVersion: integer().notNull(),
  },
  (transition) => [
    primaryKey({ columns: [transition.agentId, transition.id] }),
    ofContact(transition),
    index("transitions_by_time").on(transition.agentId, transition.kind, transition.at, transition.to),
    index("transitions_by_contact").on(transition.agentId, transition.contactId, transition.at, transition.id),
  ],
);
export const transitionsPolicy = contactData;
