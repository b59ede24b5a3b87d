import type { EscalationRule } from "#core/model/escalation.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Settings } from "#core/model/settings.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { dateAt } from "#core/rules/days.ts";
import { replayRule, type WouldBeAlert } from "#core/rules/escalations/replay.ts";
import { reservedRuleIds } from "#core/rules/escalations/reserved-ids.ts";
import { day } from "#core/rules/time.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { idFromName } from "#core/usecases/id-from-name.ts";
import { requireRuleReferences } from "#core/usecases/settings/require-references.ts";
import type { NewRule } from "./create-rule.ts";
import { type ReadBounds, visitRecentContacts } from "./recent-contacts.ts";
import { refuseFaultyRule } from "./rule-report.ts";
import { checkRule, ruleIn } from "./rules.ts";

/** The longest span that is looked at. */
export const mostDays = 90;
/** Alerts that are shown. */
const mostShown = 50;
/** What one dry run reads at most. */
const most: ReadBounds = { contacts: 5_000, messages: 20_000, messagesOfContact: 2_000 };

/** An alert that would have been raised, and about whom. */
export type ShownWouldBe = WouldBeAlert & { contact: ContactRecord };

/**
 * How often a rule would have called staff. `perDay` is in the agent's zone, days without an alert left out; `alerts` are the newest.
 * `isComplete`: false when there was more than one dry run reads; contacts who wrote last come first.
 */
export type DryRunReport = {
  from: number;
  until: number;
  count: number;
  perDay: { date: string; count: number }[];
  alerts: ShownWouldBe[];
  contacts: number;
  messages: number;
  isComplete: boolean;
};

/** What the rule of the settings would have raised in the last so many days. Changes nothing. */
export async function dryRunRule(ctx: Context, { id, days }: { id: string; days: number }): Promise<DryRunReport> {
  const { document } = await ctx.store.settings.current();
  const report = await dryRun(ctx, ruleIn(document.escalations.rules, id), document, days);
  return retrying(ctx, () => commit(ctx, new ChangeSet(), report));
}

/** The same of a rule that is not in the settings. */
export async function dryRunNewRule(ctx: Context, { rule: given, days }: { rule: NewRule; days: number }): Promise<DryRunReport> {
  const { document } = await ctx.store.settings.current();
  const rule = checkRule({ ...given, id: given.id ?? idFromName(given.name, "rule", (free) => !reservedRuleIds.has(free)) });
  refuseFaultyRule({ ...document, escalations: { ...document.escalations, rules: [rule] } }, rule, "/rule");
  await requireRuleReferences(ctx, new ChangeSet(), rule, "/rule");
  const report = await dryRun(ctx, rule, document, days);
  return retrying(ctx, () => commit(ctx, new ChangeSet(), report));
}

/** A rule that is off is tried as if it were on. */
async function dryRun(ctx: Context, given: EscalationRule, settings: Settings, days: number): Promise<DryRunReport> {
  const rule = { ...given, enabled: true };
  const span = { from: ctx.now() - days * day, until: ctx.now() };
  const tally = new DryRunTally(settings.timeZone);
  const read = await visitRecentContacts(ctx, { from: span.from, most, hasTags: rule.only.tag.length > 0 }, (of) =>
    tally.add(of.contact, replayRule(rule, of, settings, span)),
  );
  return { ...span, ...tally.report(), ...read };
}

/** Adds up what would have been raised, in memory that does not grow with it. */
class DryRunTally {
  readonly #timeZone: string;
  readonly #perDay = new Map<string, number>();
  #shown: ShownWouldBe[] = [];

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  add(contact: ContactRecord, alerts: readonly WouldBeAlert[]): void {
    for (const { at } of alerts) {
      const date = dateAt(at, this.#timeZone);
      this.#perDay.set(date, (this.#perDay.get(date) ?? 0) + 1);
    }
    if (alerts.length > 0)
      this.#shown = [...this.#shown, ...alerts.map((alert) => ({ ...alert, contact }))].sort((a, b) => b.at - a.at).slice(0, mostShown);
  }

  report(): Pick<DryRunReport, "count" | "perDay" | "alerts"> {
    const perDay = [...this.#perDay].map(([date, count]) => ({ date, count })).sort((a, b) => (a.date < b.date ? -1 : 1));
    return { count: perDay.reduce((sum, one) => sum + one.count, 0), perDay, alerts: this.#shown };
  }
}
