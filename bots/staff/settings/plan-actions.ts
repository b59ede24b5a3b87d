import { CrmError, fail } from "#core/errors.ts";
import { rebaseSettings } from "#core/rules/settings/rebase.ts";
import { cancelOperation } from "#core/usecases/operations/cancel-operation.ts";
import { applyPlan } from "#core/usecases/settings/apply-plan.ts";
import { getSettings } from "#core/usecases/settings/get-settings.ts";
import type { PlanReport } from "#core/usecases/settings/plan-report.ts";
import { planSettings } from "#core/usecases/settings/plan-settings.ts";
import { getPlan } from "#core/usecases/settings/plans.ts";
import { type Card, section } from "../blocks/blocks.ts";
import type { Action, Press } from "../slack/feature.ts";
import { subjectOf } from "../slack/payload.ts";
import { planCardOf, planView } from "./plan-card.ts";

/** By the hash of what was shown: another document, or other settings meanwhile, is a refusal that shows what can be done. */
const apply: Action = {
  id: "plan:apply",
  role: "admin",
  audit: "settings.apply",
  run: async (press) => {
    const { id, fingerprint } = subjectOf(press.value);
    try {
      await show(press, await applyPlan(press.ctx, { hash: fingerprint || fail("conflict", "this is too old to apply: open the settings again") }));
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      await show(press, await getPlan(press.ctx, { id }));
      throw isDrift(error)
        ? new CrmError("conflict", "the settings have been changed meanwhile: look at the effect on today's, then apply it")
        : error;
    }
  },
};

function isDrift({ code, details }: CrmError): boolean {
  return code === "conflict" && "currentVersion" in details;
}

const refresh: Action = {
  id: "plan:refresh",
  role: "viewer",
  audit: "settings.look",
  run: async (press) => show(press, await getPlan(press.ctx, { id: press.value })),
};

/** The same change to the settings as they are now: what others have changed meanwhile stays. */
const again: Action = {
  id: "plan:again",
  role: "admin",
  audit: "settings.plan",
  run: async (press) => {
    const { ctx } = press;
    const { plan } = await getPlan(ctx, { id: press.value });
    const [base, current] = await Promise.all([getSettings(ctx, { version: plan.baseVersion }), getSettings(ctx)]);
    await show(press, await planSettings(ctx, { document: rebaseSettings(base.document, plan.document, current.document) }));
  },
};

const discard: Action = {
  id: "plan:discard",
  role: "admin",
  audit: "settings.discard",
  run: async (press) => {
    const { operation } = await getPlan(press.ctx, { id: press.value });
    if (operation.finishedAt === null) await cancelOperation(press.ctx, { id: operation.id });
    const text = "Discarded: the settings are as they were.";
    await put(press, { text, blocks: [section(text)] }, press.value);
  },
};

async function show(press: Press, report: PlanReport): Promise<void> {
  await put(press, await planCardOf(press.ctx, report), report.plan.id);
}

/** In the place of what was pressed: a modal, or a message where the modal was closed before the plan was there. */
async function put({ client, view, replace }: Press, card: Card, id: string): Promise<void> {
  if (view) await client.views.update({ view_id: view.id, view: planView(card, id) });
  else await replace(card);
}

export const planActions: readonly Action[] = [apply, refresh, again, discard];
