import type { PlanRecord } from "#core/model/operations/plan.ts";
import type { Settings } from "#core/model/settings.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { refuseFaulty } from "#core/rules/settings/refuse-faulty.ts";
import { reviseSettings } from "#core/rules/settings/revise.ts";
import { emptySummary } from "#core/rules/settings-plan/summary.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { startWork } from "#core/usecases/operations/start-work.ts";
import { type PlanReport, reportAhead } from "./plan-report.ts";
import { requireReferences } from "./require-references.ts";

/**
 * Begins to find out who would change if the settings were this document, and changes nobody. The document is stored as it
 * would be applied: signals that differ from the present ones have their next version. `turnMs`: how long the first turn may take.
 */
export async function planSettings(ctx: Context, { document, turnMs }: { document: Settings; turnMs?: number }): Promise<PlanReport> {
  refuseFaulty(document);
  const { plan, operation } = await retrying(ctx, async () => {
    const base = await ctx.store.settings.current();
    const changes = new ChangeSet();
    await requireReferences(ctx, changes, document);
    const id = ctx.newId("pln");
    const operation = startWork(ctx, changes, { action: "plan_settings", planId: id }, { isRunHere: true });
    const plan: PlanRecord = {
      id,
      agentId: ctx.store.agentId,
      operationId: operation.id,
      baseVersion: base.version,
      document: reviseSettings(base.document, document),
      asOf: ctx.now(),
      summary: emptySummary(),
      hash: null,
      applied: null,
      createdBy: ctx.actor.id,
      createdAt: ctx.now(),
    };
    changes.insert("plans", plan);
    return commit(ctx, changes, { plan, operation, apply: null, movers: [] } satisfies PlanReport);
  });
  return reportAhead(ctx, plan.id, operation, turnMs);
}
