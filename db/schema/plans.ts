import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { DerivedValues, PlanRecord, PlanSummary } from "#core/model/operations/plan.ts";
import type { Settings } from "#core/model/settings.ts";
import { agentData } from "../data-policy.ts";
import { ofAgent } from "./agents.ts";

export const plans = sqliteTable(
  "plans",
  {
    id: text().notNull(),
    agentId: ofAgent(),
    operationId: text().notNull(),
    baseVersion: integer().notNull(),
    document: text({ mode: "json" }).$type<Settings>().notNull(),
    asOf: integer().notNull(),
    summary: text({ mode: "json" }).$type<PlanSummary>().notNull(),
    hash: text(),
    applied: text({ mode: "json" }).$type<NonNullable<PlanRecord["applied"]>>(),
    createdBy: text().notNull(),
    createdAt: integer().notNull(),
  },
  (plan) => [primaryKey({ columns: [plan.agentId, plan.id] }), index("plans_by_hash").on(plan.agentId, plan.hash)],
);
export const plansPolicy = agentData;

export const planChanges = sqliteTable(
  "plan_changes",
  {
    agentId: text().notNull(),
    planId: text().notNull(),
    contactId: text().notNull(),
    contactVersion: integer().notNull(),
    before: text({ mode: "json" }).$type<DerivedValues>().notNull(),
    after: text({ mode: "json" }).$type<DerivedValues>().notNull(),
    because: text({ mode: "json" }).$type<string[]>().notNull(),
  },
  (change) => [
    primaryKey({ columns: [change.agentId, change.planId, change.contactId] }),
    index("plan_changes_by_contact").on(change.agentId, change.contactId),
  ],
);
export const planChangesPolicy = {
  owner: "contact",
  contactColumns: ["contactId"],
  merge: "keep",
  unmerge: "keep",
  move: null,
  erase: "delete",
  posts: [],
} as const;
