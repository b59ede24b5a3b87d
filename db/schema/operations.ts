import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { type OperationInput, operationKinds, operationStates } from "#core/model/operations/operation.ts";
import { agentData } from "../data-policy.ts";
import { ofAgent } from "./agents.ts";

export const operations = sqliteTable(
  "operations",
  {
    id: text().notNull(),
    agentId: ofAgent(),
    kind: text({ enum: operationKinds }).notNull(),
    state: text({ enum: operationStates }).notNull(),
    total: integer(),
    done: integer().notNull(),
    failed: integer().notNull(),
    cursor: text(),
    error: text(),
    createdBy: text().notNull(),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
    finishedAt: integer(),
    input: text({ mode: "json" }).$type<OperationInput>().notNull(),
  },
  (operation) => [
    primaryKey({ columns: [operation.agentId, operation.id] }),
    index("operations_by_created").on(operation.agentId, operation.createdAt, operation.id),
    index("operations_open").on(operation.updatedAt).where(sql`finished_at IS NULL`),
  ],
);
export const operationsPolicy = agentData;
