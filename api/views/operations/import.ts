import { z } from "@hono/zod-openapi";
import { type ImportRecord, type ImportRowRecord, importFormats, importOutcomes, importStates } from "#core/model/operations/import.ts";
import type { PlannedImport } from "#core/usecases/imports/stage-import.ts";
import { iso, isoOrNull, Moment } from "../moment.ts";

const count = (description: string, example: number) => z.int().meta({ description, example });

export const MappingView = z.record(z.string(), z.string().nullable()).meta({
  description: "What each column becomes: a field, `attribute:NAME`, or null when it is left out",
  example: { "Full name": "name", "E-mail": "email" },
});

export const ImportView = z
  .object({
    id: z.string().meta({ example: "imp_01kaw3v6h0abcdefghjkmnpqrs" }),
    state: z
      .enum(importStates)
      .meta({ description: "`staged`: all rows are here; `planned`: the dry run is complete; `applied`: done", example: "planned" }),
    format: z.enum(importFormats).meta({ example: "csv" }),
    columns: z.array(z.string()).meta({ description: "In the order of the file", example: ["Full name", "E-mail", "Favourite colour"] }),
    mapping: MappingView.nullable(),
    unmapped: z.array(z.string()).meta({ description: "Columns that are left out", example: ["Favourite colour"] }),
    counts: z
      .object({
        rows: count("Rows of the file", 1200),
        create: count("Rows that make a contact", 900),
        update: count("Rows that add to a contact", 250),
        skip: count("Rows that change nothing", 50),
        applied: count("Rows that have been carried out", 0),
        newTags: count("Tags that the file names and that do not exist yet", 3),
      })
      .meta({ description: "So far, while it goes on" }),
    planId: z.string().nullable().meta({ description: "Of the complete dry run: apply asks for it", example: "pln_01kaw3v6h0abcdefghjkmnpqrs" }),
    operationId: z.string().nullable().meta({ description: "The work under way, or the last", example: "op_01kaw3v6h0abcdefghjkmnpqrs" }),
    createdBy: z.string().meta({ example: "key_01kaw3v6h0abcdefghjkmnpqrs" }),
    createdAt: Moment,
    updatedAt: Moment,
  })
  .meta({ id: "Import", description: "A file of contacts on its way in" });

const row = {
  line: count("In the file, counted from 1; the header of a CSV is line 1", 2),
  outcome: z.enum(importOutcomes).nullable().meta({ description: "Null until the dry run has come to it", example: "update" }),
  reasons: z
    .array(z.object({ code: z.string(), column: z.string().nullable(), detail: z.string() }))
    .meta({ example: [{ code: "not_a_phone", column: "Mobile", detail: "is not a phone number; write it with its country" }] }),
  contactId: z.string().nullable().meta({ description: "Whom it is about, once that is known", example: "con_01kaw3v6h0abcdefghjkmnpqrs" }),
};

export const ImportRowView = z
  .object({
    ...row,
    values: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({
        description: "The cells by column; null when nothing could be read, or all is applied and forgotten",
        example: { "E-mail": "ana@example.com" },
      }),
    appliedAt: Moment.nullable(),
  })
  .meta({ id: "ImportRow" });

export const PlannedImportView = ImportView.extend({
  rows: z.array(z.object(row)).meta({ description: "The first 20, as the dry run decides them" }),
}).meta({ id: "PlannedImport", description: "An import with its first rows" });

export function toImportView(file: ImportRecord): z.infer<typeof ImportView> {
  const { id, state, format, columns, mapping, planId, operationId, createdBy, createdAt, updatedAt } = file;
  const { rows, create, update, skip, applied, newTags } = file.counts;
  const unmapped = columns.filter((column) => !mapping?.[column]);
  const counts = { rows, create, update, skip, applied, newTags };
  return {
    id,
    state,
    format,
    columns,
    mapping,
    unmapped,
    counts,
    planId,
    operationId,
    createdBy,
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
  };
}

export function toImportRowView({ line, outcome, reasons, contactId, values, appliedAt }: ImportRowRecord): z.infer<typeof ImportRowView> {
  return { line, outcome, reasons, contactId, values, appliedAt: isoOrNull(appliedAt) };
}

/** Without values, because the answer may be stored under an Idempotency-Key for longer than the contact exists. */
export function toPlannedImportView({ file, rows }: PlannedImport): z.infer<typeof PlannedImportView> {
  return { ...toImportView(file), rows: rows.map(({ line, outcome, reasons, contactId }) => ({ line, outcome, reasons, contactId })) };
}
