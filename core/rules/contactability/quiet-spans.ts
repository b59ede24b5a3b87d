import { Temporal } from "temporal-polyfill";
import type { QuietHours } from "#core/model/contactability.ts";
import { day } from "#core/rules/time.ts";
import { cacheByDay } from "./cache-by-day.ts";

/** Quiet time [from, until), ms since 1970, by the clock of `zone`: of several that overlap, the one it ends by. */
export type QuietSpan = { from: number; until: number; zone: string };

/** How far ahead quiet time is looked up; what lasts longer than this many days does not end. */
export const horizonDays = 3;

const ofDates = cacheByDay<QuietSpan | null>();

/** Quiet time in any of the zones, as spans that do not touch, for a UTC day (days since 1970) and the days of the horizon after it. */
export function quietSpans(number: number, zones: readonly string[], window: QuietHours): QuietSpan[] {
  if (window.from === window.to) return [];
  const spans = zones.flatMap((zone) => datesAround(number).flatMap((date) => ofDate(date, zone, window) ?? []));
  const merged: QuietSpan[] = [];
  for (const span of spans.sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (!last || span.from > last.until) merged.push(span);
    else if (span.until > last.until) merged[merged.length - 1] = { ...span, from: last.from };
  }
  return merged.filter(({ until }) => until > number * day);
}

/** Local dates, as days since 1970, whose quiet time may reach into the days asked for: zones are up to 14 h apart from UTC. */
function datesAround(number: number): number[] {
  return Array.from({ length: horizonDays + 4 }, (_, index) => number - 2 + index);
}

/** The quiet time that begins on a local date; null when a gap of the clock swallows it. */
function ofDate(number: number, zone: string, window: QuietHours): QuietSpan | null {
  return ofDates(`${window.from}-${window.to} ${zone}`, number, () => {
    const date = Temporal.Instant.fromEpochMilliseconds(number * day)
      .toZonedDateTimeISO("UTC")
      .toPlainDate();
    const from = edge(date.toPlainDateTime(window.from), zone, "first");
    const until = edge((window.from < window.to ? date : date.add({ days: 1 })).toPlainDateTime(window.to), zone, "last");
    return from < until ? { from, until, zone } : null;
  });
}

/** A local time as an instant: one that a gap leaves out is the gap's end, one that comes twice is its first or last occurrence. */
function edge(local: Temporal.PlainDateTime, zone: string, which: "first" | "last"): number {
  const early = local.toZonedDateTime(zone, { disambiguation: "earlier" });
  const late = local.toZonedDateTime(zone, { disambiguation: "later" });
  const isGap = !early.toPlainDateTime().equals(local);
  if (isGap) return (early.getTimeZoneTransition("next") ?? late).epochMilliseconds;
  return (which === "first" ? early : late).epochMilliseconds;
}
