import type { OperationRecord } from "#core/model/operation.ts";

/** Its choice is forgotten: lists are long, and the words of a filter may name a person. */
export function endOperation(
  operation: OperationRecord,
  state: "completed" | "failed" | "cancelled",
  now: number,
  error: string | null = null,
): OperationRecord {
  return { ...operation, state, error, input: { ...operation.input, choice: null }, updatedAt: now, finishedAt: now };
}
