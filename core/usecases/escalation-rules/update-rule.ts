import { invalidField } from "#core/errors.ts";
import { type EscalationRule, escalationRuleSchema } from "#core/model/escalation.ts";
import type { Context } from "#core/ports/context.ts";
import { isSame } from "#core/rules/same.ts";
import { holderOf, refuseTakenName } from "#core/usecases/unique-name.ts";
import { reviseRules } from "./revise-rules.ts";
import type { RuleReport } from "./rule-report.ts";
import { checkRule, revisedReport, ruleIn } from "./rules.ts";

/** What is not given stays. */
export async function updateRule(ctx: Context, { id, ...patch }: { id: string } & Readonly<Record<string, unknown>>): Promise<RuleReport> {
  return reviseRules(
    ctx,
    (rules) => {
      const held = ruleIn(rules, id);
      refuseForeign(held, patch);
      const others = rules.filter((each) => each !== held);
      if (typeof patch.name === "string" && patch.name !== held.name) refuseTakenName("rule", holderOf(patch.name, others), id);
      const rule = checkRule({ ...held, ...patch });
      return isSame(rule, held) ? { rules, rule: held } : { rules: rules.map((each) => (each === held ? rule : each)), rule };
    },
    revisedReport,
  );
}

/** What another kind looks for is refused. */
function refuseForeign(held: EscalationRule, patch: object): void {
  const own = escalationRuleSchema.options.find(({ shape }) => shape.kind.value === held.kind)?.shape ?? {};
  const foreign = Object.keys(patch).find((field) => !Object.hasOwn(own, field));
  if (foreign !== undefined) throw invalidField(`/${foreign}`, `is not for a rule of the kind ${held.kind}`);
}
