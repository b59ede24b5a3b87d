import { Temporal } from "temporal-polyfill";
import type { DayRange } from "#core/model/duty/duty.ts";
import type { Settings } from "#core/model/settings.ts";
import { minute } from "./time.ts";

/** When the business is open, in its local time; null: always. */
export type OpeningHours = Settings["greeting"]["hours"];

/** Hours, the zone in which they are meant, and local days on which it is closed all the same. */
export type OpeningTimes = { hours: OpeningHours; timeZone: string; closedDays: readonly DayRange[] };

/** A stretch of time in ms since 1970, `until` not included. */
export type OpenSpan = { from: number; until: number };

/** Days that are looked ahead for the next opening. */
const daysAhead = 35;

/** Whether the business is open at the instant `at`, in ms since 1970. */
export function isOpen(times: OpeningTimes, at: number): boolean {
  return isAlwaysOpen(times) || openSpans(times, at, 1).some(({ from, until }) => from <= at && at < until);
}

/** When it opens next after the instant `at`; null: it is open, or does not open within five weeks. */
export function nextOpening(times: OpeningTimes, at: number): number | null {
  if (isOpen(times, at)) return null;
  return openSpans(times, at, daysAhead).find(({ from }) => from > at)?.from ?? null;
}

/** The instant at which it will have been open for so many minutes since `from`; null: not within five weeks. */
export function afterOpenMinutes(times: OpeningTimes, from: number, minutes: number): number | null {
  if (isAlwaysOpen(times)) return from + minutes * minute;
  let left = minutes * minute;
  for (const span of openSpans(times, from, daysAhead)) {
    const begins = Math.max(span.from, from);
    const length = span.until - begins;
    if (length <= 0) continue;
    if (length >= left) return begins + left;
    left -= length;
  }
  return null;
}

const isAlwaysOpen = ({ hours, closedDays }: OpeningTimes) => hours === null && closedDays.length === 0;

/**
 * The spans of the local day before `at` and of so many days from it, in order and without overlaps. A span over midnight
 * belongs to the day on which it begins.
 */
function openSpans({ hours, timeZone, closedDays }: OpeningTimes, at: number, days: number): OpenSpan[] {
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  const spans: OpenSpan[] = [];
  for (let offset = -1; offset < days; offset++) {
    const date = today.add({ days: offset });
    const name = date.toString();
    if (closedDays.some(({ from, to }) => from <= name && name <= to)) continue;
    spans.push(...(hours === null ? [wholeDay(date, timeZone)] : spansOn(date, hours, timeZone)));
  }
  return merged(spans.sort((a, b) => a.from - b.from || a.until - b.until));
}

function wholeDay(date: Temporal.PlainDate, timeZone: string): OpenSpan {
  return { from: instantOf(date, "00:00", timeZone), until: instantOf(date.add({ days: 1 }), "00:00", timeZone) };
}

function spansOn(date: Temporal.PlainDate, hours: NonNullable<OpeningHours>, timeZone: string): OpenSpan[] {
  const opened = hours.filter(({ days }) => days.includes(date.dayOfWeek));
  return opened.map(({ from, to }) => {
    const ends = from <= to ? date : date.add({ days: 1 });
    return { from: instantOf(date, from, timeZone), until: instantOf(ends, to, timeZone) };
  });
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
