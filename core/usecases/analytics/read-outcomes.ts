import type { ChannelName } from "#core/model/vocabulary.ts";
import type { Context } from "#core/ports/context.ts";
import type { OutcomeFilter, OutcomeTally } from "#core/ports/work-store.ts";
import { type AlertOutcome, alertOutcome, type WaitOutcome, waitOutcome } from "#core/rules/conversations/outcomes.ts";

/** What became of those who waited, and of the alerts. */
export type Outcome = { waits: WaitOutcome; alerts: AlertOutcome };
export type Outcomes = Outcome & {
  /** From each bound to the next. */
  days: Outcome[];
  byChannel: (Outcome & { channel: ChannelName })[];
  /** Null: conversations of no branch. */
  byBranch: (Outcome & { branchId: string | null })[];
  byRule: { rule: string; name: string; alerts: AlertOutcome }[];
};

/** Waits count in the day in which they ended, alerts in that in which they were raised. `bounds`: ms since 1970, ascending. */
export async function readOutcomes(ctx: Context, bounds: readonly number[], filter: OutcomeFilter = {}): Promise<Outcomes> {
  const days = await ctx.store.analytics.outcomes(bounds, filter);
  const all: OutcomeTally = { waits: days.flatMap(({ waits }) => waits), alerts: days.flatMap(({ alerts }) => alerts) };
  const rules = Map.groupBy(all.alerts, ({ rule }) => rule);
  return {
    ...outcomeOf(all),
    days: days.map(outcomeOf),
    byChannel: grouped(all, ({ channel }) => channel).map(([channel, tally]) => ({ channel, ...outcomeOf(tally) })),
    byBranch: grouped(all, ({ branchId }) => branchId).map(([branchId, tally]) => ({ branchId, ...outcomeOf(tally) })),
    byRule: [...rules].map(([rule, alerts]) => ({ rule, name: alerts.at(-1)?.ruleName ?? rule, alerts: alertOutcome(alerts) })),
  };
}

const outcomeOf = ({ waits, alerts }: OutcomeTally): Outcome => ({ waits: waitOutcome(waits), alerts: alertOutcome(alerts) });

function grouped<K>(
  { waits, alerts }: OutcomeTally,
  keyOf: (of: OutcomeTally["waits"][number] | OutcomeTally["alerts"][number]) => K,
): [K, OutcomeTally][] {
  const [waitsOf, alertsOf] = [Map.groupBy(waits, keyOf), Map.groupBy(alerts, keyOf)];
  const keys = [...new Set([...waitsOf.keys(), ...alertsOf.keys()])];
  return keys.map((key) => [key, { waits: waitsOf.get(key) ?? [], alerts: alertsOf.get(key) ?? [] }]);
}
