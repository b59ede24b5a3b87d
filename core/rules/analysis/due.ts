import { Temporal } from "temporal-polyfill";
import { isTimeNamed, type Moment, readMoment } from "./moment.ts";
import type { Token } from "./tokens/tokens.ts";

const minute = 60_000;
/** "In a bit". */
const soonAfter = 120 * minute;
/** A promise that names no time. */
const unsaid = 24 * 60 * minute;
const morning = 9;
const endOfDay = 17;

/** When a promise falls due, in ms since 1970: what its words say, read in the contact's zone (product.md §8). */
export function dueAt(tokens: readonly Token[], sentAt: number, timeZone: string): number {
  return dueFrom(readMoment(tokens), sentAt, timeZone);
}

function dueFrom(moment: Moment, sentAt: number, timeZone: string): number {
  if (moment.minutes !== null) return later(sentAt, moment, timeZone);
  if (!isTimeNamed(moment)) return sentAt + (moment.soon ? soonAfter : unsaid);
  const at = onCalendar(zoned(sentAt, timeZone), moment);
  return at > sentAt ? at : sentAt + soonAfter;
}

/** The time that these words name, in ms since 1970 as a promise would fall due; null: they name no day and no hour. */
export function timeIn(tokens: readonly Token[], sentAt: number, timeZone: string): number | null {
  const moment = readMoment(tokens);
  return isTimeNamed(moment) ? dueFrom(moment, sentAt, timeZone) : null;
}

function later(sentAt: number, moment: Moment, timeZone: string): number {
  const minutes = Math.min(moment.minutes ?? 0, 527_040);
  if (!moment.workingDays) return sentAt + minutes * minute;
  let day = zoned(sentAt, timeZone);
  for (let left = Math.round(minutes / 1440); left > 0; ) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek < 6) left -= 1;
  }
  return day.epochMilliseconds;
}

function onCalendar(now: Temporal.ZonedDateTime, moment: Moment): number {
  let day = now.add({ days: moment.days ?? 0 });
  if (moment.weekday !== null) day = now.add({ days: (moment.weekday - now.dayOfWeek + 7) % 7 || 7 });
  if (moment.monthDay !== null) day = onMonthDay(now, moment.monthDay, moment.month);
  const isToday = moment.days === null && moment.weekday === null && moment.monthDay === null;
  const hour = moment.hour ?? (moment.days === 0 ? endOfDay : morning);
  const at = day.withPlainTime({ hour, minute: moment.minute });
  return (isToday && at.epochMilliseconds <= now.epochMilliseconds ? at.add({ days: 1 }) : at).epochMilliseconds;
}

function onMonthDay(now: Temporal.ZonedDateTime, day: number, month: number | null): Temporal.ZonedDateTime {
  const named = month === null ? now.with({ day }) : now.with({ month, day });
  if (Temporal.ZonedDateTime.compare(named, now) >= 0) return named;
  return month === null ? named.add({ months: 1 }) : named.add({ years: 1 });
}

/** An unknown zone counts as UTC. */
function zoned(at: number, timeZone: string): Temporal.ZonedDateTime {
  const instant = Temporal.Instant.fromEpochMilliseconds(at);
  try {
    return instant.toZonedDateTimeISO(timeZone);
  } catch {
    return instant.toZonedDateTimeISO("UTC");
  }
}
