import { type DaySpan, dateAt, daysFrom, shiftDate } from "#core/rules/days.ts";
import { day, utcDay } from "#core/rules/time.ts";
import { cacheByDay } from "./cache-by-day.ts";

const days = cacheByDay<readonly DaySpan[]>();

/** The day that `at` falls in by the clock of an IANA zone: from its first instant until that of the next, ms since 1970. */
export function localDay(at: number, zone: string): { from: number; until: number } {
  const number = utcDay(at);
  const around = days(zone, number, () => daysFrom(shiftDate(dateAt(number * day, zone), -1), 4, zone));
  return around.find(({ from, until }) => from <= at && at < until) ?? { from: number * day, until: (number + 1) * day };
}

/** First instant of the local day; frequency caps count from there. */
export function localDayStart(at: number, zone: string): number {
  return localDay(at, zone).from;
}
