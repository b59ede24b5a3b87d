import type { EscalationRule } from "#core/model/escalation.ts";
import type { Settings } from "#core/model/settings.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { nextVersion } from "#core/usecases/settings/next-version.ts";
import { requireRuleReferences } from "#core/usecases/settings/require-references.ts";
import { refuseFaultyRule } from "./rule-report.ts";

/** The rules after a change, and the one that was made or edited; null: one was deleted. */
type RevisedRules = { rules: readonly EscalationRule[]; rule: EscalationRule | null };

/**
 * Writes the rules that `revise` makes of the present ones as a new version of the settings; the same list: nothing is written.
 * Alerts that are open stay as they are, and none is raised by it.
 */
export async function reviseRules<T>(
  ctx: Context,
  revise: (rules: readonly EscalationRule[]) => RevisedRules,
  result: (settings: Settings, rule: EscalationRule | null) => T,
): Promise<T> {
  return retrying(ctx, async () => {
    const current = await ctx.store.settings.current();
    const { document } = current;
    const { rules, rule } = revise(document.escalations.rules);
    if (rules === document.escalations.rules) return result(document, rule);
    const next: Settings = { ...document, escalations: { ...document.escalations, rules: [...rules] } };
    const changes = new ChangeSet();
    if (rule) refuseFaultyRule(next, rule);
    if (rule) await requireRuleReferences(ctx, changes, rule);
    return commit(ctx, changes.insert("settings", nextVersion(ctx, current, next)), result(next, rule));
  });
}
