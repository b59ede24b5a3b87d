import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import {
  type ImportCounts,
  type ImportMapping,
  type ImportReason,
  importFormats,
  importOutcomes,
  importStates,
} from "#core/model/operations/import.ts";
import { agentData } from "../data-policy.ts";
import { ofAgent } from "./agents.ts";

export const imports = sqliteTable(
  "imports",
  {
    id: text().notNull(),
    agentId: ofAgent(),
    format: text({ enum: importFormats }).notNull(),
    columns: text({ mode: "json" }).$type<string[]>().notNull(),
    mapping: text({ mode: "json" }).$type<ImportMapping>(),
    state: text({ enum: importStates }).notNull(),
    counts: text({ mode: "json" }).$type<ImportCounts>().notNull(),
    planId: text(),
    operationId: text(),
    createdBy: text().notNull(),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (file) => [primaryKey({ columns: [file.agentId, file.id] }), index("imports_by_created").on(file.agentId, file.createdAt, file.id)],
);
export const importsPolicy = agentData;

export const importRows = sqliteTable(
  "import_rows",
  {
    agentId: text().notNull(),
    importId: text().notNull(),
    line: integer().notNull(),
    values: text({ mode: "json" }).$type<Record<string, unknown>>(),
    outcome: text({ enum: importOutcomes }),
    reasons: text({ mode: "json" }).$type<ImportReason[]>().notNull(),
    contactId: text(),
    appliedAt: integer(),
  },
  (row) => [
    primaryKey({ columns: [row.agentId, row.importId, row.line] }),
    index("import_rows_by_contact").on(row.agentId, row.contactId).where(sql`contact_id IS NOT NULL`),
  ],
);
export const importRowsPolicy = {
  owner: "contact",
  contactColumns: ["contactId"],
  merge: "keep",
  unmerge: "keep",
  move: null,
  erase: "delete_if_written",
  posts: [],
} as const;
