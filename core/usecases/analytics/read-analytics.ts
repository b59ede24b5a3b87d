import { invalidField } from "#core/errors.ts";
import type { Context } from "#core/ports/context.ts";
import type { DayTally, Standing } from "#core/ports/work-store.ts";
import { countDates, dateAt, daysFrom, shiftDate } from "#core/rules/days.ts";
import { isTimeZone } from "#core/usecases/contacts/time-zone.ts";

const maxDays = 366;
const usualDays = 30;

export type Period = { from?: string | undefined; to?: string | undefined; zone?: string | undefined };
export type Analytics = { from: string; to: string; zone: string; days: (DayTally & { date: string })[]; now: Standing };

/** Dates as YYYY-MM-DD, both counted, in the zone given or the agent's; without dates the last 30 days. */
export async function readAnalytics(ctx: Context, period: Period): Promise<Analytics> {
  const zone = period.zone ?? (await ctx.store.settings.current()).document.timeZone;
  if (!isTimeZone(zone)) throw invalidField("/zone", "is not an IANA time zone, like Asia/Manila");
  const to = period.to ?? dateAt(ctx.now(), zone);
  const from = period.from ?? shiftDate(to, 1 - usualDays);
  const count = countDates(from, to);
  if (count < 1) throw invalidField("/from", "comes after to");
  if (count > maxDays) throw invalidField("/from", `is more than ${maxDays} days before to`);

  const spans = daysFrom(from, count, zone);
  const tallies = await ctx.store.analytics.days([...spans.map((span) => span.from), ...spans.slice(-1).map(({ until }) => until)]);
  const days = spans.flatMap(({ date }, at) => {
    const tally = tallies[at];
    return tally ? [{ date, ...tally }] : [];
  });
  return { from, to, zone, days, now: await ctx.store.analytics.standing() };
}
