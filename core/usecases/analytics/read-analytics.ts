import { invalidField } from "#core/errors.ts";
import type { Context } from "#core/ports/context.ts";
import type { DayTally, OutcomeFilter, Standing } from "#core/ports/work-store.ts";
import { countDates, dateAt, daysFrom, shiftDate } from "#core/rules/days.ts";
import { isTimeZone } from "#core/usecases/contacts/time-zone.ts";
import { type Outcome, type Outcomes, readOutcomes } from "./read-outcomes.ts";

const maxDays = 366;
const usualDays = 30;

export type Period = { from?: string | undefined; to?: string | undefined; zone?: string | undefined };
export type Analytics = {
  from: string;
  to: string;
  zone: string;
  days: (DayTally & { date: string; outcome: Outcome })[];
  outcomes: Omit<Outcomes, "days">;
  now: Standing;
};

/** Dates as YYYY-MM-DD, both counted, in the zone given or the agent's; without dates the last 30 days. `filter` is for waits and alerts alone. */
export async function readAnalytics(ctx: Context, period: Period, filter: OutcomeFilter = {}): Promise<Analytics> {
  const zone = period.zone ?? (await ctx.store.settings.current()).document.timeZone;
  if (!isTimeZone(zone)) throw invalidField("/zone", "is not an IANA time zone, like Asia/Manila");
  const to = period.to ?? dateAt(ctx.now(), zone);
  const from = period.from ?? shiftDate(to, 1 - usualDays);
  const count = countDates(from, to);
  if (count < 1) throw invalidField("/from", "comes after to");
  if (count > maxDays) throw invalidField("/from", `is more than ${maxDays} days before to`);

  const spans = daysFrom(from, count, zone);
  const bounds = [...spans.map((span) => span.from), ...spans.slice(-1).map(({ until }) => until)];
  const tallies = await ctx.store.analytics.days(bounds);
  const { days: outcomeOfDay, ...outcomes } = await readOutcomes(ctx, bounds, filter);
  const days = spans.flatMap(({ date }, at) => {
    const [tally, outcome] = [tallies[at], outcomeOfDay[at]];
    return tally && outcome ? [{ date, ...tally, outcome }] : [];
  });
  return { from, to, zone, days, outcomes, now: await ctx.store.analytics.standing() };
}
