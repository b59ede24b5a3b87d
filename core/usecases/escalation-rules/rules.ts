import { CrmError, fail } from "#core/errors.ts";
import { type EscalationRule, escalationRuleSchema } from "#core/model/escalation.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Context } from "#core/ports/context.ts";
import { pointerOf } from "#core/rules/settings/pointer.ts";
import { reviseRules } from "./revise-rules.ts";
import { type RuleReport, ruleReportOf } from "./rule-report.ts";

export async function getRule(ctx: Context, { id }: { id: string }): Promise<RuleReport> {
  const { document } = await ctx.store.settings.current();
  return ruleReportOf(document, ruleIn(document.escalations.rules, id));
}

/** The rule, or `not_found`. */
export function ruleIn(rules: readonly EscalationRule[], id: string): EscalationRule {
  return rules.find((rule) => rule.id === id) ?? fail("not_found", `escalation rule ${id} does not exist`);
}

/** In the order in which they are asked. */
export async function listRules(ctx: Context): Promise<RuleReport[]> {
  const { document } = await ctx.store.settings.current();
  return document.escalations.rules.map((rule) => ruleReportOf(document, rule));
}

/** Its alerts stay: staff are not done with them because nobody is called any more. */
export async function deleteRule(ctx: Context, { id }: { id: string }): Promise<void> {
  return reviseRules(
    ctx,
    (rules) => {
      const held = ruleIn(rules, id);
      return { rules: rules.filter((each) => each !== held), rule: null };
    },
    () => undefined,
  );
}

/** The rule as the settings hold it; throws CrmError `invalid`, with each field that is at fault. */
export function checkRule(given: object): EscalationRule {
  const { data: rule, error } = escalationRuleSchema.safeParse(given);
  if (rule) return rule;
  const errors = error.issues.map(({ path, message }) => ({ pointer: pointerOf(...path.map(String)), detail: message }));
  throw new CrmError("invalid", `${errors[0]?.pointer} ${errors[0]?.detail}`, { errors });
}

/** The report of a rule that was just made or edited. */
export function revisedReport(settings: Settings, rule: EscalationRule | null): RuleReport {
  if (rule === null) throw new Error("a rule was made or edited");
  return ruleReportOf(settings, rule);
}
