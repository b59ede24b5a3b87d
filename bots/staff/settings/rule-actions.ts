import { fail } from "#core/errors.ts";
import type { EscalationRule } from "#core/model/escalation.ts";
import type { Context } from "#core/ports/context.ts";
import { planSettings } from "#core/usecases/settings/plan-settings.ts";
import { type ActionHandler, openModal } from "../slack/feature.ts";
import { subjectOf } from "../slack/payload.ts";
import { turnMs, withPresets } from "./form.ts";
import { showPlan } from "./plan-actions.ts";
import { newRuleOf, withRules } from "./rule-form.ts";
import { kindOf, type RuleModel, ruleModal } from "./rule-modal.ts";

/** All of one rule, also of a shipped one that is not in use. */
const open: ActionHandler = {
  id: "rule:open",
  role: "admin",
  audit: "settings.open",
  run: async (request) => {
    const { document } = await request.ctx.store.settings.current();
    const isThis = ({ id }: EscalationRule) => id === request.value;
    const rule = withPresets(document).escalations.rules.find(isThis) ?? fail("not_found", "this rule does not exist any more");
    await openModal(request, ruleModal(await modelOf(request.ctx, { rule, isHeld: document.escalations.rules.some(isThis), isNew: false })));
  },
};

const make: ActionHandler = {
  id: "rule:new",
  role: "admin",
  audit: "settings.open",
  run: async (request) => {
    const kind = kindOf(request.value) ?? fail("conflict", "there is no such kind of rule any more");
    await openModal(request, ruleModal(await modelOf(request.ctx, { rule: newRuleOf(kind), isHeld: false, isNew: true })));
  },
};

/** Shows what the settings without the rule would change. Nothing changes yet. */
const remove: ActionHandler = {
  id: "rule:delete",
  role: "admin",
  audit: "settings.plan",
  run: async (request) => {
    const { id: version, fingerprint: ruleId } = subjectOf(request.value);
    const current = await request.ctx.store.settings.current();
    if (current.version !== Number(version)) fail("conflict", "the settings have been changed meanwhile: close this, and open it again");
    const { rules } = current.document.escalations;
    const document = withRules(
      current.document,
      rules.filter(({ id }) => id !== ruleId),
    );
    await showPlan(request, await planSettings(request.ctx, { document, turnMs }));
  },
};

async function modelOf(ctx: Context, given: Pick<RuleModel, "rule" | "isHeld" | "isNew">): Promise<RuleModel> {
  const [{ document, version }, tags, branches] = await Promise.all([
    ctx.store.settings.current(),
    ctx.store.labels.tags(),
    ctx.store.labels.branches(),
  ]);
  return { ...given, version, choices: { ownIntents: document.ownIntents.map(({ name }) => name), tags, branches } };
}

export const ruleActions: readonly ActionHandler[] = [open, make, remove];
