import type { PlanChangeRecord } from "#core/model/plan.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import { requirePlan } from "./get-plan.ts";

/** Who would change, by contact id. */
export async function listPlanChanges(ctx: Context, { id, page }: { id: string; page: PageQuery }): Promise<Page<PlanChangeRecord>> {
  await requirePlan(ctx, { id });
  return ctx.store.plans.changes(id, page);
}
