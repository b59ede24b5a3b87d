import { Temporal } from "temporal-polyfill";
import { day, hour, minute, second } from "#core/rules/time.ts";

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const units: Readonly<Record<string, number>> = { ms: 1, s: second, m: minute, h: hour, d: day, w: 7 * day };

/** "500ms", "90s", "10m", "30h", "2d", "1w" in ms; null: it is none. */
export function readSpan(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*(ms|[smhdw])$/.exec(text.trim());
  const unit = units[match?.[2] ?? ""];
  return match && unit ? Math.round(Number(match[1]) * unit) : null;
}

/**
 * An instant as scenarios write it, in ms since 1970: `2026-03-06T17:55`, `+2h`, `+3d 10:00` (so many days later, at that
 * time of day), `Fri 17:55` and `17:55` (the next one). Times of day are local to `timeZone`; null: it is none of these.
 */
export function readInstant(text: string, from: number, timeZone: string): number | null {
  const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
  const words = text.trim().toLowerCase();
  const absolute = /^\d{4}-\d\d-\d\d(t\d\d:\d\d(:\d\d(\.\d{1,3})?)?)?$/.test(words);
  if (absolute) return dated(text.trim(), timeZone);

  const later = /^\+(.+?)(?:\s+(\d{1,2}:\d\d))?$/.exec(words);
  if (later) return laterThan(start, later[1] ?? "", later[2]);

  const named = /^(?:([a-z]{3,9})\s+)?(\d{1,2}:\d\d)$/.exec(words);
  if (!named) return null;
  const weekday = named[1] === undefined ? null : weekdays.indexOf(named[1].slice(0, 3)) + 1;
  if (weekday === 0) return null;
  return nextOf(start, weekday, named[2] ?? "");
}

function dated(text: string, timeZone: string): number | null {
  try {
    return Temporal.PlainDateTime.from(text.toUpperCase()).toZonedDateTime(timeZone).epochMilliseconds;
  } catch {
    return null;
  }
}

function laterThan(start: Temporal.ZonedDateTime, span: string, time: string | undefined): number | null {
  const ms = readSpan(span);
  if (ms === null) return null;
  // Days are days of the calendar: the clock shows the same after a change to summer time.
  const then = /[dw]$/.test(span) && ms % day === 0 ? start.add({ days: ms / day }) : start.add({ milliseconds: ms });
  return time === undefined ? then.epochMilliseconds : (atTime(then, time)?.epochMilliseconds ?? null);
}

function nextOf(start: Temporal.ZonedDateTime, weekday: number | null, time: string): number | null {
  const ahead = weekday === null ? 0 : (weekday - start.dayOfWeek + 7) % 7;
  const first = atTime(start.add({ days: ahead }), time);
  if (first === null) return null;
  const isPast = first.epochMilliseconds < start.epochMilliseconds;
  return (isPast ? first.add({ days: weekday === null ? 1 : 7 }) : first).epochMilliseconds;
}

function atTime(day: Temporal.ZonedDateTime, time: string): Temporal.ZonedDateTime | null {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours > 23 || minutes > 59 ? null : day.withPlainTime({ hour: hours, minute: minutes });
}

/** "Fri 2026-03-06 17:55" in the zone; with seconds where there are any. */
export function showInstant(at: number, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const weekday = weekdays[local.dayOfWeek - 1] ?? "";
  const time = local.toPlainTime().round({ smallestUnit: "second", roundingMode: "floor" }).toString().replace(/:00$/, "");
  return `${weekday.slice(0, 1).toUpperCase()}${weekday.slice(1)} ${local.toPlainDate()} ${time}`;
}
