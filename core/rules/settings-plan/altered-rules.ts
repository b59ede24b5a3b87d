import type { EscalationRule } from "#core/model/escalation.ts";
import type { Settings } from "#core/model/settings.ts";
import { isSame } from "#core/rules/same.ts";

/** An escalation rule as it calls staff under the present settings and under the draft; null: it calls nobody there. */
export type AlteredRule = { ruleId: string; before: EscalationRule | null; after: EscalationRule | null };

/** The rules that may call staff more or less often under the draft: those that differ, and those that look at what differs. */
export function alteredRules(base: Settings, draft: Settings): AlteredRule[] {
  const [held, drafted] = [enabledIn(base), enabledIn(draft)];
  const differs = { standing: !isSame(standingOf(base), standingOf(draft)), hours: !isSame(hoursOf(base), hoursOf(draft)) };
  return [...new Set([...held.keys(), ...drafted.keys()])].flatMap((ruleId) => {
    const [before, after] = [held.get(ruleId) ?? null, drafted.get(ruleId) ?? null];
    const isAltered = !isSame(calling(before), calling(after)) || [before, after].some((rule) => rule && looksAt(rule, differs));
    return isAltered ? [{ ruleId, before, after }] : [];
  });
}

function enabledIn({ escalations }: Settings): ReadonlyMap<string, EscalationRule> {
  return new Map(escalations.rules.filter(({ enabled }) => enabled).map((rule) => [rule.id, rule]));
}

/** Without its name and how severe it is, which change nothing about how often it calls. */
function calling(rule: EscalationRule | null): unknown {
  return rule && { ...rule, name: null, severity: null };
}

function looksAt({ kind, only }: EscalationRule, differs: { standing: boolean; hours: boolean }): boolean {
  const asksStanding = kind === "high_value" || only.status.length + only.stage.length + only.grade.length > 0;
  return (differs.standing && asksStanding) || (differs.hours && kind === "unanswered");
}

const standingOf = ({ status, scoring, sentiment, stages, flags }: Settings) => ({ status, scoring, sentiment, stages, flags });
const hoursOf = ({ greeting, duty, timeZone }: Settings) => ({ hours: greeting.hours, closed: duty.closedDays, branches: duty.branches, timeZone });
