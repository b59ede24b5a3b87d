import { fail } from "#core/errors.ts";
import type { PlanRecord } from "#core/model/operations/plan.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { nothingApplied } from "#core/rules/settings-plan/verdict.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { startWork } from "#core/usecases/operations/start-work.ts";
import { nextVersion } from "./next-version.ts";
import { type PlanReport, reportAhead, reportOf } from "./plan-report.ts";
import { requireReferences } from "./require-references.ts";

/**
 * Makes the document of a complete plan the current settings and begins to update every contact. Throws `conflict` when the
 * plan's base version is no longer current, `gone` when it has been applied, `not_found` when no complete plan has the hash.
 */
export async function applyPlan(ctx: Context, { hash }: { hash: string }): Promise<PlanReport> {
  const { plan, apply } = await retrying(ctx, async () => {
    const planned = await applicable(ctx, hash);
    const current = await ctx.store.settings.current();
    if (planned.baseVersion !== current.version) refuseDrift(planned, current.version);
    const report = await reportOf(ctx, planned);
    const changes = new ChangeSet();
    await requireReferences(ctx, changes, planned.document);
    const next = nextVersion(ctx, current, planned.document);
    const operation = startWork(ctx, changes, { action: "apply_settings", planId: planned.id }, { isRunHere: true });
    const plan = { ...planned, applied: { version: next.version, operationId: operation.id, summary: nothingApplied } };
    changes.insert("settings", next).replace("plans", planned, plan);
    return commit(ctx, changes, { ...report, plan, apply: operation } satisfies PlanReport);
  });
  return reportAhead(ctx, plan.id, apply);
}

async function applicable(ctx: Context, hash: string): Promise<PlanRecord> {
  const plan = (await ctx.store.plans.byHash(hash)) ?? fail("not_found", "no complete plan has this hash; plan the settings again");
  if (plan.applied) fail("gone", `plan ${plan.id} has been applied: it made version ${plan.applied.version} of the settings`, { planId: plan.id });
  return plan;
}

function refuseDrift({ id, baseVersion }: PlanRecord, current: number): never {
  return fail("conflict", `plan ${id} began from version ${baseVersion} of the settings, which are at ${current} now; plan them again`, {
    planId: id,
    currentVersion: current,
  });
}
