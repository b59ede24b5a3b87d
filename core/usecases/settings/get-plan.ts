import { fail } from "#core/errors.ts";
import type { PlanRecord } from "#core/model/plan.ts";
import type { Context } from "#core/ports/context.ts";
import { type PlanReport, reportOf } from "./plan-report.ts";

export async function getPlan(ctx: Context, input: { id: string }): Promise<PlanReport> {
  return reportOf(ctx, await requirePlan(ctx, input));
}

export async function requirePlan(ctx: Context, { id }: { id: string }): Promise<PlanRecord> {
  return (await ctx.store.plans.find(id)) ?? fail("not_found", `plan ${id} does not exist`);
}
