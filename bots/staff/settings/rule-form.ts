import { type EscalationKind, type EscalationRule, escalationRuleSchema } from "#core/model/escalation.ts";
import type { Settings } from "#core/model/settings.ts";
import { reservedRuleIds } from "#core/rules/escalations/reserved-ids.ts";
import { idFromName } from "#core/usecases/id-from-name.ts";
import { type DocumentPath, linesIn, number, type SettingsField, several, text, ticked } from "./form.ts";
import { noGrade, notHelped, onlyFields } from "./rule-modal.ts";

/** The inputs of one rule's modal; the rule stands at `at` in the list. */
export function ruleFieldsOf({ escalations }: Settings, at: number): SettingsField[] {
  const rule = escalations.rules[at];
  const path = ["escalations", "rules", at];
  return [
    { name: "name", path: [...path, "name"], read: (value) => (typeof value === "string" ? value.trim() : "") },
    ...(rule ? fieldsOfKind(rule, path) : []),
    { name: "severity", path: [...path, "severity"], read: text },
    { name: "muteMinutes", path: [...path, "muteMinutes"], read: number },
    ...onlyFields.map((name): SettingsField => ({ name, path: [...path, "only", name], read: several })),
    { name: "enabled", path: [...path, "enabled"], read: ticked },
  ];
}

function fieldsOfKind({ kind }: EscalationRule, path: DocumentPath): SettingsField[] {
  const field = (name: string, read: SettingsField["read"]): SettingsField => ({ name, path: [...path, name], read });
  switch (kind) {
    case "frustration":
      return [field("signs", several)];
    case "cannot_resolve":
      return Object.keys(notHelped).map((part) => ({ name: "watches", path: [...path, part], read: (value) => several(value).includes(part) }));
    case "unanswered":
      return [field("minutes", number)];
    case "high_value":
      return [field("gradeReached", (value) => (value === noGrade ? null : value)), field("scoreReached", number), field("vipWrites", ticked)];
    case "custom":
      return [field("intents", several), field("keywords", linesIn), field("sentimentAtMost", number)];
  }
}

/** The settings with a new rule of the kind at the end, whose id comes from the name that was typed. */
export function withNewRule(settings: Settings, kind: EscalationKind, typed: string): Settings {
  const { rules } = settings.escalations;
  const id = idFromName(typed, "rule", (free) => !reservedRuleIds.has(free) && !rules.some((rule) => rule.id === free));
  return withRules(settings, [...rules, newRuleOf(kind, id)]);
}

/** A rule of the kind as the schema fills it in. */
export function newRuleOf(kind: EscalationKind, id = "new_rule"): EscalationRule {
  return escalationRuleSchema.parse({ id, name: "New rule", kind });
}

export function withRules(settings: Settings, rules: readonly EscalationRule[]): Settings {
  return { ...settings, escalations: { ...settings.escalations, rules: [...rules] } };
}
