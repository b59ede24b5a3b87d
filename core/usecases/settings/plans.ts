import { fail } from "#core/errors.ts";
import type { PlanChangeRecord, PlanRecord } from "#core/model/operations/plan.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import { type PlanReport, reportOf } from "./plan-report.ts";

export async function getPlan(ctx: Context, input: { id: string }): Promise<PlanReport> {
  return reportOf(ctx, await requirePlan(ctx, input));
}

export async function requirePlan(ctx: Context, { id }: { id: string }): Promise<PlanRecord> {
  return (await ctx.store.plans.find(id)) ?? fail("not_found", `plan ${id} does not exist`);
}

/** Newest first. */
export async function listPlans(ctx: Context, page: PageQuery): Promise<Page<PlanReport>> {
  const { data, nextCursor } = await ctx.store.plans.list(page);
  return { data: await Promise.all(data.map((plan) => reportOf(ctx, plan))), nextCursor };
}

/** The contacts that would change, in the order of their ids. */
export async function listPlanChanges(ctx: Context, { id, page }: { id: string; page: PageQuery }): Promise<Page<PlanChangeRecord>> {
  await requirePlan(ctx, { id });
  return ctx.store.plans.changes(id, page);
}
