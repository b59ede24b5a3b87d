import type { OperationRecord } from "#core/model/operations/operation.ts";
import type { PlanChangeRecord, PlanRecord } from "#core/model/operations/plan.ts";
import type { Context } from "#core/ports/context.ts";
import { replaceAnswer } from "#core/usecases/commit.ts";
import { getOperation } from "#core/usecases/operations/operations.ts";
import { runInRequest } from "#core/usecases/operations/run-in-request.ts";

/** A plan, the progress of the plan and of its application, and the outcomes of the contacts whose score would change most. */
export type PlanReport = { plan: PlanRecord; operation: OperationRecord; apply: OperationRecord | null; movers: PlanChangeRecord[] };

export async function reportOf(ctx: Context, plan: PlanRecord): Promise<PlanReport> {
  const operation = await getOperation(ctx, { id: plan.operationId });
  const apply = plan.applied && (await getOperation(ctx, { id: plan.applied.operationId }));
  const found = await ctx.store.plans.changesOf(
    plan.id,
    plan.summary.movers.map(({ contactId }) => contactId),
  );
  const movers = plan.summary.movers.flatMap(({ contactId }) => found.filter((change) => change.contactId === contactId));
  return { plan, operation, apply, movers };
}

/**
 * Runs the operation for as long as a request may take and reports the plan as it is then, complete for a small business. This
 * report replaces the request's idempotent answer.
 */
export async function reportAhead(ctx: Context, planId: string, operation: OperationRecord, turnMs?: number): Promise<PlanReport> {
  await runInRequest(ctx, operation, turnMs);
  const plan = await ctx.store.plans.find(planId);
  if (plan === null) throw new Error(`plan ${planId} is gone`);
  const report = await reportOf(ctx, plan);
  return replaceAnswer(ctx, report);
}
