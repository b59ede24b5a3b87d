import { z } from "@hono/zod-openapi";
import { type OperationRecord, operationKinds, operationStates } from "#core/model/operations/operation.ts";
import { iso, isoOrNull, Moment } from "../moment.ts";

export const OperationView = z
  .object({
    id: z.string().meta({ example: "op_01kaw3v6h0abcdefghjkmnpqrs" }),
    kind: z.enum(operationKinds).meta({ example: "contacts.tag" }),
    target: z
      .record(z.string(), z.string().nullable())
      .meta({ description: "What is given to the contacts, or what the work is about", example: { tagId: "tag_01kaw3v6h0abcdefghjkmnpqrs" } }),
    state: z.enum(operationStates).meta({ description: "The last three are endings", example: "running" }),
    total: z
      .int()
      .nullable()
      .meta({ description: "Contacts chosen, or rows of the file, as counted when it began; null before that", example: 250_000 }),
    done: z.int().meta({ description: "Contacts done so far; of an import: rows gone through, those of `failed` too", example: 118_000 }),
    failed: z
      .int()
      .meta({ description: "Ids given that are no contact's; of an import: rows that were skipped, which is no failure: each says why", example: 0 }),
    error: z.string().nullable().meta({ description: "Code of what made it fail", example: null }),
    createdBy: z.string().meta({ example: "key_01kaw3v6h0abcdefghjkmnpqrs" }),
    createdAt: Moment,
    updatedAt: Moment,
    finishedAt: Moment.nullable(),
  })
  .meta({ id: "Operation", description: "Long work in the background" });

export function toOperationView(operation: OperationRecord): z.infer<typeof OperationView> {
  const { id, kind, input, state, total, done, failed, error, createdBy, createdAt, updatedAt, finishedAt } = operation;
  const { action: _, ...target } = input.work;
  const at = { createdAt: iso(createdAt), updatedAt: iso(updatedAt), finishedAt: isoOrNull(finishedAt) };
  return { id, kind, target, state, total, done, failed, error, createdBy, ...at };
}
