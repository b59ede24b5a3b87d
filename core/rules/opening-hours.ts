import { Temporal } from "temporal-polyfill";
import type { Settings } from "#core/model/settings.ts";
import { minute } from "./time.ts";

/** When the business is open, in its local time; null: always. */
export type OpeningHours = Settings["greeting"]["hours"];

/** A stretch of time in ms since 1970, `until` not included. */
export type OpenSpan = { from: number; until: number };

/** Days that are looked ahead for the next opening. */
const daysAhead = 35;

/** Whether the business is open at the instant `at`, in ms since 1970. */
export function isOpen(hours: OpeningHours, timeZone: string, at: number): boolean {
  return hours === null || openSpans(hours, timeZone, at, 1).some(({ from, until }) => from <= at && at < until);
}

/** When it opens next after the instant `at`; null: it is open, or does not open within five weeks. */
export function nextOpening(hours: OpeningHours, timeZone: string, at: number): number | null {
  if (hours === null || isOpen(hours, timeZone, at)) return null;
  return openSpans(hours, timeZone, at, daysAhead).find(({ from }) => from > at)?.from ?? null;
}

/** The instant at which it will have been open for so many minutes since `from`; null: not within five weeks. */
export function afterOpenMinutes(hours: OpeningHours, timeZone: string, from: number, minutes: number): number | null {
  if (hours === null) return from + minutes * minute;
  let left = minutes * minute;
  for (const span of openSpans(hours, timeZone, from, daysAhead)) {
    const begins = Math.max(span.from, from);
    const length = span.until - begins;
    if (length <= 0) continue;
    if (length >= left) return begins + left;
    left -= length;
  }
  return null;
}

/** The spans of the local day before `at` and of so many days from it, in order and without overlaps. A span over midnight belongs to the day on which it begins. */
function openSpans(hours: NonNullable<OpeningHours>, timeZone: string, at: number, days: number): OpenSpan[] {
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  const spans: OpenSpan[] = [];
  for (let offset = -1; offset < days; offset++) {
    const date = today.add({ days: offset });
    for (const { days: weekdays, from, to } of hours) {
      if (!weekdays.includes(date.dayOfWeek)) continue;
      const ends = from <= to ? date : date.add({ days: 1 });
      spans.push({ from: instantOf(date, from, timeZone), until: instantOf(ends, to, timeZone) });
    }
  }
  return merged(spans.sort((a, b) => a.from - b.from || a.until - b.until));
}

/** A local time that a change of the clocks skips is the instant after the gap. */
function instantOf(date: Temporal.PlainDate, time: string, timeZone: string): number {
  return date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}

function merged(spans: readonly OpenSpan[]): OpenSpan[] {
  const list: OpenSpan[] = [];
  for (const span of spans) {
    const last = list.at(-1);
    if (last && span.from <= last.until) last.until = Math.max(last.until, span.until);
    else if (span.until > span.from) list.push({ ...span });
  }
  return list;
}
