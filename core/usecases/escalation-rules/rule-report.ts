import { CrmError } from "#core/errors.ts";
import type { EscalationRule } from "#core/model/escalation.ts";
import type { Settings } from "#core/model/settings.ts";
import type { SettingsFinding } from "#core/rules/settings/finding.ts";
import { lintEscalations, rulesPath } from "#core/rules/settings/lint-escalations.ts";
import { pointerOf } from "#core/rules/settings/pointer.ts";

/** A rule, and what looks like a mistake about it; each `pointer` is into the rule. */
export type RuleReport = { rule: EscalationRule; warnings: SettingsFinding[] };

export function ruleReportOf(settings: Settings, rule: EscalationRule): RuleReport {
  return { rule, warnings: findingsOf(settings, rule).filter(({ severity }) => severity === "warning") };
}

/** Throws CrmError `invalid` when the rule, as it stands in the settings, has errors; `at` is the rule's own place in the request. */
export function refuseFaultyRule(settings: Settings, rule: EscalationRule, at = ""): void {
  const errors = findingsOf(settings, rule)
    .filter(({ severity }) => severity === "error")
    .map(({ pointer, message }) => ({ pointer: `${at}${pointer}`, detail: message }));
  const [first] = errors;
  if (first) throw new CrmError("invalid", `${first.pointer} ${first.detail}`, { errors });
}

function findingsOf(settings: Settings, { id }: EscalationRule): SettingsFinding[] {
  const at = settings.escalations.rules.findIndex((rule) => rule.id === id);
  const place = `${pointerOf(...rulesPath, at)}/`;
  return lintEscalations(settings)
    .filter(({ pointer }) => pointer.startsWith(place))
    .map((finding) => ({ ...finding, pointer: finding.pointer.slice(place.length - 1) }));
}
