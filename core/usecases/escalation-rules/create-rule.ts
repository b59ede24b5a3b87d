import { fail, invalidField } from "#core/errors.ts";
import type { EscalationRule } from "#core/model/escalation.ts";
import type { Context } from "#core/ports/context.ts";
import { reservedRuleIds } from "#core/rules/escalations/reserved-ids.ts";
import { idFromName } from "#core/usecases/id-from-name.ts";
import { holderOf, refuseTakenName } from "#core/usecases/unique-name.ts";
import { reviseRules } from "./revise-rules.ts";
import type { RuleReport } from "./rule-report.ts";
import { checkRule, revisedReport } from "./rules.ts";

/** What a rule is made of; without an id it gets one from its name. */
export type NewRule = { id?: string | undefined; name: string; kind: EscalationRule["kind"] };

const maxRules = 100;

/** Adds a rule at the end. Names are unique whatever their case and accents: a request that comes twice makes one rule. */
export async function createRule(ctx: Context, input: NewRule): Promise<RuleReport> {
  return reviseRules(
    ctx,
    (rules) => {
      if (rules.length >= maxRules) fail("conflict", `there are ${maxRules} escalation rules already; delete one that calls nobody`);
      const isTaken = (id: string) => rules.some((each) => each.id === id);
      const id = input.id ?? idFromName(input.name, "rule", (free) => !reservedRuleIds.has(free) && !isTaken(free));
      if (reservedRuleIds.has(id)) throw invalidField("/id", "is a word of this API; choose another");
      if (isTaken(id)) fail("conflict", `escalation rule ${id} exists already`, { ruleId: id, errors: [{ pointer: "/id", detail: "is taken" }] });
      refuseTakenName("rule", holderOf(input.name, rules), id);
      const rule = checkRule({ ...input, id });
      return { rules: [...rules, rule], rule };
    },
    revisedReport,
  );
}
