import type { Settings } from "#core/model/settings.ts";
import { fault, type SettingsFinding, warning } from "./finding.ts";
import { minutesOf, minutesOfDay } from "./time-of-day.ts";

const minutesOfWeek = 7 * minutesOfDay;

type Hours = NonNullable<Settings["greeting"]["hours"]>;
/** Minutes since Monday 00:00; `to` may lie in the week after. */
type HourSpan = { from: number; to: number; index: number };

/** When the business is open, and whether anybody is told so. */
export function lintHours({ greeting: { text, awayText, hours }, duty: { tellWhenClosed, closedDays, branches } }: Settings): SettingsFinding[] {
  if (hours === null)
    return awayText === null || closedDays.length > 0 || branches.length > 0
      ? []
      : [warning("unused_away_text", ["greeting", "awayText"], "is never sent: without hours the business is always open")];
  if (hours.length === 0) return [fault("never_open", ["greeting", "hours"], "are empty: the business would never be open; null means always")];
  const unused =
    text === null && awayText === null && !tellWhenClosed
      ? [warning("unused_hours", ["greeting", "hours"], "say nothing: there is no text to send")]
      : [];
  return [...unused, ...faultySpans(hours, ["greeting", "hours"])];
}

/** Spans without a length, and spans that overlap; `at` is where the hours stand. */
export function faultySpans(hours: Hours, at: readonly (string | number)[]): SettingsFinding[] {
  return [...emptySpans(hours, at), ...overlaps(hours, at)];
}

function emptySpans(hours: Hours, at: readonly (string | number)[]): SettingsFinding[] {
  return hours.flatMap(({ from, to }, i) =>
    from === to ? [fault("empty_hours", [...at, i], `begin and end at ${from}: nothing is in between; for a whole day give 00:00 to 23:59`)] : [],
  );
}

function overlaps(hours: Hours, at: readonly (string | number)[]): SettingsFinding[] {
  const spans = hours.flatMap(spansOf).sort((a, b) => a.from - b.from);
  const overlapping = new Set<number>();
  let last: HourSpan | undefined;
  // The week twice over: a span over Sunday's midnight meets Monday's.
  for (const span of [...spans, ...spans.map(({ from, to, index }) => ({ from: from + minutesOfWeek, to: to + minutesOfWeek, index }))]) {
    if (last && span.from < last.to) overlapping.add(Math.max(span.index, last.index));
    if (!last || span.to > last.to) last = span;
  }
  return [...overlapping].sort((a, b) => a - b).map((i) => warning("overlapping_hours", [...at, i], "overlap other hours of the same day"));
}

function spansOf({ days, from, to }: Hours[number], index: number): HourSpan[] {
  const begin = minutesOf(from);
  const length = (minutesOf(to) - begin + minutesOfDay) % minutesOfDay;
  if (length === 0) return [];
  return days.map((day) => {
    const at = (day - 1) * minutesOfDay + begin;
    return { from: at, to: at + length, index };
  });
}
