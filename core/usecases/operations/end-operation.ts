import type { OperationInput, OperationRecord } from "#core/model/operations/operation.ts";

/** The ended operation. Its choice of contacts is deleted: lists are long, and the search text of a filter may name a person. */
export function endOperation(
  operation: OperationRecord,
  state: "completed" | "failed" | "cancelled",
  now: number,
  error: string | null = null,
): OperationRecord {
  return { ...operation, state, error, input: withoutChoice(operation.input), updatedAt: now, finishedAt: now };
}

function withoutChoice(input: OperationInput): OperationInput {
  return input.choice === null ? input : { work: input.work, choice: null };
}
