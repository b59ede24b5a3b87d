import { type FollowUpKind, type FollowUpState, followUpStates } from "#core/model/followup.ts";
import type { Context } from "#core/ports/context.ts";

/** The results of one trigger. Rates are shares of the follow-ups that were sent, and null where none was. */
export type TriggerReport = {
  kind: FollowUpKind;
  trigger: string;
  proposed: number;
  states: Record<FollowUpState, number>;
  sent: number;
  rates: { replied: number | null; converted: number | null; optedOut: number | null };
};

/** Outcomes by trigger, of follow-ups made from `from` until before `to` (ms since 1970). A converted one was answered as well. */
export async function reportFollowUps(ctx: Context, { from, to }: { from: number; to: number }): Promise<TriggerReport[]> {
  const tallies = await ctx.store.followUps.tally(from, to);
  return tallies.map(({ kind, trigger, states }) => {
    const count = (...which: FollowUpState[]) => which.reduce((sum, state) => sum + (states[state] ?? 0), 0);
    const sent = count("sent", "replied", "converted", "opted_out", "no_reply");
    const share = (part: number) => (sent === 0 ? null : part / sent);
    return {
      kind,
      trigger,
      proposed: count(...followUpStates),
      // Every state is listed, also with a count of 0.
      states: Object.fromEntries(followUpStates.map((state) => [state, count(state)])) as Record<FollowUpState, number>,
      sent,
      rates: { replied: share(count("replied", "converted")), converted: share(count("converted")), optedOut: share(count("opted_out")) },
    };
  });
}
