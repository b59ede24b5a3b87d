import type { OperationRecord } from "#core/model/operations/operation.ts";
import type { Context } from "#core/ports/context.ts";
import { second } from "#core/rules/time.ts";
import { getOperation } from "./operations.ts";
import { requestResume } from "./request-run.ts";
import { runOperation } from "./run-operation.ts";

/** The longest time, in ms, that a request waits for an operation. */
const patienceMs = 2 * second;

/**
 * Runs the first part of an operation before its request is answered, so that a small one is complete by then. A job is
 * requested for the rest, also after a failure; `resumeOperations` covers a crash here. Returns the operation as it is then.
 */
export async function runInRequest(asked: Context, { id }: OperationRecord, turnMs = patienceMs): Promise<OperationRecord> {
  // The idempotency key answers the creation of the operation, not the commits of its work.
  const ctx = { ...asked, idempotency: undefined };
  try {
    await runOperation(ctx, { id, isLastTry: false, turnMs });
  } catch {
    // The job that is requested below meets the same error and logs it.
    const operation = await getOperation(ctx, { id });
    if (operation.finishedAt === null) await requestResume(ctx, operation);
  }
  return getOperation(ctx, { id });
}
