import type { OperationRecord } from "#core/model/operation.ts";
import type { Context } from "#core/ports/context.ts";
import { second } from "#core/rules/time.ts";
import { getOperation } from "./operations.ts";
import { requestResume } from "./request-run.ts";
import { runOperation } from "./run-operation.ts";

/** As long as somebody waits for an answer. */
const patienceMs = 2 * second;

/**
 * Does the first turn of an operation before its request is answered, so that little work is over by then. What is left is
 * asked for; so is what failed, and a process that dies here is found by `resumeOperations`. Returns the operation as it is then.
 */
export async function runInRequest(asked: Context, { id }: OperationRecord, turnMs = patienceMs): Promise<OperationRecord> {
  // The request's key stands for its beginning, not for what the work commits.
  const ctx = { ...asked, idempotency: undefined };
  try {
    await runOperation(ctx, { id, isLastTry: false, turnMs });
  } catch {
    // The job runs into the same fault, and says so where it is heard.
    const operation = await getOperation(ctx, { id });
    if (operation.finishedAt === null) await requestResume(ctx, operation);
  }
  return getOperation(ctx, { id });
}
