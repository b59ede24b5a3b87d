import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import { type PlanReport, reportOf } from "./plan-report.ts";

/** Newest first. */
export async function listPlans(ctx: Context, page: PageQuery): Promise<Page<PlanReport>> {
  const { data, nextCursor } = await ctx.store.plans.list(page);
  return { data: await Promise.all(data.map((plan) => reportOf(ctx, plan))), nextCursor };
}
