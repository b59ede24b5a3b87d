import { CrmError, fail } from "#core/errors.ts";
import { rebaseSettings } from "#core/rules/settings/rebase.ts";
import { cancelOperation } from "#core/usecases/operations/cancel-operation.ts";
import { applyPlan } from "#core/usecases/settings/apply-plan.ts";
import { getSettings } from "#core/usecases/settings/get-settings.ts";
import type { PlanReport } from "#core/usecases/settings/plan-report.ts";
import { planSettings } from "#core/usecases/settings/plan-settings.ts";
import { getPlan } from "#core/usecases/settings/plans.ts";
import { type BlockMessage, section } from "../blocks/blocks.ts";
import type { ActionHandler, ActionRequest } from "../slack/feature.ts";
import { subjectOf } from "../slack/payload.ts";
import { planCardOf, planView } from "./plan-card.ts";

/** By the hash of what was shown: another document, or other settings meanwhile, is a refusal that shows what can be done. */
const apply: ActionHandler = {
  id: "plan:apply",
  role: "admin",
  audit: "settings.apply",
  run: async (request) => {
    const { id, fingerprint } = subjectOf(request.value);
    try {
      await showPlan(
        request,
        await applyPlan(request.ctx, { hash: fingerprint || fail("conflict", "this is too old to apply: open the settings again") }),
      );
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      await showPlan(request, await getPlan(request.ctx, { id }));
      throw isDrift(error)
        ? new CrmError("conflict", "the settings have been changed meanwhile: look at the effect on today's, then apply it")
        : error;
    }
  },
};

function isDrift({ code, details }: CrmError): boolean {
  return code === "conflict" && "currentVersion" in details;
}

const refresh: ActionHandler = {
  id: "plan:refresh",
  role: "viewer",
  audit: "settings.look",
  run: async (request) => showPlan(request, await getPlan(request.ctx, { id: request.value })),
};

/** The same change to the settings as they are now: what others have changed meanwhile stays. */
const again: ActionHandler = {
  id: "plan:again",
  role: "admin",
  audit: "settings.plan",
  run: async (request) => {
    const { ctx } = request;
    const { plan } = await getPlan(ctx, { id: request.value });
    const [base, current] = await Promise.all([getSettings(ctx, { version: plan.baseVersion }), getSettings(ctx)]);
    await showPlan(request, await planSettings(ctx, { document: rebaseSettings(base.document, plan.document, current.document) }));
  },
};

const discard: ActionHandler = {
  id: "plan:discard",
  role: "admin",
  audit: "settings.discard",
  run: async (request) => {
    const { operation } = await getPlan(request.ctx, { id: request.value });
    if (operation.finishedAt === null) await cancelOperation(request.ctx, { id: operation.id });
    const text = "Discarded: the settings are as they were.";
    await put(request, { text, blocks: [section(text)] }, request.value);
  },
};

/** Shows the plan in the place of what has asked for it. */
export async function showPlan(request: ActionRequest, report: PlanReport): Promise<void> {
  await put(request, await planCardOf(request.ctx, report), report.plan.id);
}

/** Shows the plan where the button is: in its modal, or in a message when the modal was closed before the plan was ready. */
async function put({ client, view, replace }: ActionRequest, card: BlockMessage, id: string): Promise<void> {
  if (view) await client.views.update({ view_id: view.id, view: planView(card, id) });
  else await replace(card);
}

export const planActions: readonly ActionHandler[] = [apply, refresh, again, discard];
