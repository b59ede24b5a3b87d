import type { EscalationRule } from "#core/model/escalation.ts";
import { type CompiledKeywords, compileKeywords, type Keywords } from "#core/rules/signals/keywords/match.ts";

const known = new WeakMap<EscalationRule, CompiledKeywords<Keywords>>();

/** The keywords of a custom rule as they are looked for; cached for each rule of a settings document. */
export function compiledKeywords(rule: Extract<EscalationRule, { kind: "custom" }>): CompiledKeywords<Keywords> {
  const held = known.get(rule);
  if (held) return held;
  const compiled = compileKeywords<Keywords>([{ id: rule.id, phrases: rule.keywords, patterns: [] }]);
  known.set(rule, compiled);
  return compiled;
}
