import { type EscalationRule, escalationSettingsSchema } from "#core/model/escalation.ts";
import type { Settings } from "#core/model/settings.ts";
import { builtInIntents, grades } from "#core/model/vocabulary.ts";
import { languageWords } from "#core/rules/analysis/lexicons/languages.ts";
import { reservedRuleIds } from "#core/rules/escalations/reserved-ids.ts";
import { isSame } from "#core/rules/same.ts";
import { wordsOf } from "#core/rules/signals/keywords/words.ts";
import { foldText } from "#core/rules/text/text.ts";
import { fault, type SettingsFinding, warning } from "./finding.ts";

/** Where the rules stand in the settings. */
export const rulesPath = ["escalations", "rules"] as const;

/** The lowest tone that is not a bad one (product.md §4): messages without any feeling have 0. */
const plainTone = 0;

/** Rules that cannot be told apart, call nobody, or call for everything. */
export function lintEscalations(settings: Settings): SettingsFinding[] {
  const { rules } = settings.escalations;
  return [...lintIdentity(rules), ...rules.flatMap((rule, i) => [...lintPurpose(rule, i, settings), ...lintOnly(rule, i)])];
}

/** Alerts are kept under the id of their rule, and staff know it by its name. */
function lintIdentity(rules: readonly EscalationRule[]): SettingsFinding[] {
  const [ids, names] = [new Set<string>(), new Set<string>()];
  return rules.flatMap(({ id, name }, i) => {
    const key = foldText(name);
    const found = [
      ...(reservedRuleIds.has(id) ? [fault("reserved_id", [...rulesPath, i, "id"], `“${id}” is a word of the API; choose another`)] : []),
      ...(ids.has(id) ? [fault("same_rule", [...rulesPath, i, "id"], `“${id}” is the id of another rule too`)] : []),
      ...(names.has(key) ? [fault("same_rule_name", [...rulesPath, i, "name"], `“${name}” is the name of another rule too`)] : []),
    ];
    ids.add(id);
    names.add(key);
    return found;
  });
}

function lintPurpose(rule: EscalationRule, i: number, settings: Settings): SettingsFinding[] {
  const empty = (field: string, message: string) => [fault("empty_rule", [...rulesPath, i, field], message)];
  switch (rule.kind) {
    case "frustration":
      return [];
    case "cannot_resolve": {
      const watches = rule.asksForPerson || rule.asksTwice || rule.weCannot;
      return watches ? [] : empty("asksForPerson", "is off, like asksTwice and weCannot: the rule looks for nothing");
    }
    case "high_value": {
      const watches = rule.gradeReached !== null || rule.scoreReached !== null || rule.vipWrites;
      return watches ? [] : empty("gradeReached", "is null, like scoreReached, and vipWrites is off: the rule looks for nothing");
    }
    case "unanswered":
      return lintHoursOf(rule, i, settings);
    case "custom": {
      const watches = rule.intents.length + rule.keywords.length > 0 || rule.sentimentAtMost !== null;
      return watches
        ? lintCustom(rule, i, settings)
        : empty("intents", "are empty, like keywords, and sentimentAtMost is null: the rule looks for nothing");
    }
  }
}

/** An agent that has set nothing is not told of what it has not chosen. */
const shipped = escalationSettingsSchema.parse({}).rules;

function lintHoursOf(rule: EscalationRule, i: number, { greeting }: Settings): SettingsFinding[] {
  if (greeting.hours !== null || !rule.enabled || shipped.some((each) => isSame(each, rule))) return [];
  return [warning("without_hours", [...rulesPath, i, "minutes"], "count at night and on Sundays too: the greeting has no opening hours")];
}

function lintCustom(rule: Extract<EscalationRule, { kind: "custom" }>, i: number, { ownIntents }: Settings): SettingsFinding[] {
  const known = new Set<string>([...builtInIntents, ...ownIntents.map(({ name }) => name)]);
  const unknown = rule.intents.flatMap((intent, place) =>
    known.has(intent)
      ? []
      : [warning("unknown_intent", [...rulesPath, i, "intents", place], `“${intent}” is neither built in nor one of ownIntents: it is never found`)],
  );
  const tone =
    rule.sentimentAtMost !== null && rule.sentimentAtMost >= plainTone
      ? [warning("any_tone", [...rulesPath, i, "sentimentAtMost"], `is ${rule.sentimentAtMost}: plain messages call staff too; bad ones are below 0`)]
      : [];
  return [...unknown, ...rule.keywords.flatMap((keyword, place) => lintKeyword(keyword, [...rulesPath, i, "keywords", place])), ...tone];
}

function lintKeyword(keyword: string, at: readonly (string | number)[]): SettingsFinding[] {
  const words = wordsOf(foldText(keyword));
  if (words.length === 0) return [fault("empty_keyword", at, `“${keyword}” has no letter, digit or symbol to look for`)];
  return words.length === 1 && words.every((word) => languageWords.has(word))
    ? [warning("everyday_keyword", at, `“${keyword}” stands in nearly every message: each of them would call staff`)]
    : [];
}

/** What it waits for must be among those it is for: both are asked of the same contact. */
function lintOnly(rule: EscalationRule, i: number): SettingsFinding[] {
  if (rule.kind !== "high_value" || rule.gradeReached === null || rule.scoreReached !== null || rule.vipWrites) return [];
  const reached: readonly string[] = grades.slice(0, grades.indexOf(rule.gradeReached) + 1);
  const { grade } = rule.only;
  if (grade.length === 0 || grade.some((each) => reached.includes(each))) return [];
  return [warning("never_raised", [...rulesPath, i, "only", "grade"], `leaves out ${reached.join(" and ")}, which the rule waits for`)];
}
