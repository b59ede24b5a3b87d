import { Temporal } from "temporal-polyfill";

/** A day of a time zone: from its first instant until that of the next, ms since 1970. Not all have 24 hours. */
export type DaySpan = { date: string; from: number; until: number };

/** The date at an instant, as YYYY-MM-DD. */
export function dateAt(at: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

export function shiftDate(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** How many dates there are from the first to the last, both counted; 0 or less when the last comes first. */
export function countDates(first: string, last: string): number {
  return Temporal.PlainDate.from(first).until(Temporal.PlainDate.from(last), { largestUnit: "days" }).days + 1;
}

export function daysFrom(first: string, count: number, timeZone: string): DaySpan[] {
  const start = Temporal.PlainDate.from(first);
  const starts = Array.from({ length: count + 1 }, (_, at) => {
    const date = start.add({ days: at });
    return { date: date.toString(), at: date.toZonedDateTime(timeZone).epochMilliseconds };
  });
  return starts.slice(0, count).map(({ date, at }, index) => ({ date, from: at, until: starts[index + 1]?.at ?? at }));
}
