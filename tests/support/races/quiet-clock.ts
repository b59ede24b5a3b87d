import { day, minute } from "#core/rules/time.ts";

/** Local time minus UTC at an instant, in ms, as Intl tells it. */
export type Clock = (at: number) => number;

const quarter = 15 * minute;

/** A zone's clock, asked of Intl once for each quarter of an hour: clocks change on no other minute in these years. */
export function clockOf(zone: string): Clock {
  const units = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" } as const;
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", calendar: "gregory", ...units });
  const known = new Map<number, number>();
  return (at) => {
    const asked = Math.floor(at / quarter);
    const offset = known.get(asked) ?? localMs(format, asked * quarter) - asked * quarter;
    known.set(asked, offset);
    return offset;
  };
}

function localMs(format: Intl.DateTimeFormat, at: number): number {
  const [month = 0, date = 0, year = 0, hour = 0, minutes = 0, seconds = 0] = (format.format(at).match(/\d+/g) ?? []).map(Number);
  return Date.UTC(year, month - 1, date, hour, minutes, seconds);
}

/** When the clock is changed, found by halving: ms since 1970, to the quarter of an hour. */
export function changesOf(clock: Clock, from: number, until: number): number[] {
  const changes: number[] = [];
  for (let at = from; at < until; at += 7 * day) {
    if (clock(at) === clock(at + 7 * day)) continue;
    let [before, after] = [at, at + 7 * day];
    while (after - before > quarter) {
      const middle = Math.floor((before + after) / 2 / quarter) * quarter;
      if (clock(middle) === clock(before)) before = middle;
      else after = middle;
    }
    changes.push(after);
  }
  return changes;
}

/** Local times of the minutes of [start, until) on several clocks; those that agree throughout are one. */
export function minutesOn(clocks: readonly Clock[], start: number, until: number): { start: number; locals: readonly Float64Array[] } {
  const count = (until - start) / quarter;
  const offsets = clocks.map((clock) => Array.from({ length: count }, (_, index) => clock(start + index * quarter)));
  const distinct = new Map(offsets.map((each) => [each.join(), each]));
  const locals = [...distinct.values()].map((each) =>
    Float64Array.from({ length: count * 15 }, (_, index) => start + index * minute + (each[Math.floor(index / 15)] ?? 0)),
  );
  return { start, locals };
}

/**
 * The first instant from `at` on that is quiet on none of the clocks, found by stepping through all minutes: quiet time begins with the
 * first minute whose local time has reached its beginning on a date, and ends where the local time is its end for the last time, or has left
 * it out. Infinity: none.
 */
export function firstFree({ start, locals }: ReturnType<typeof minutesOn>, window: { from: string; to: string }): (at: number) => number {
  const count = locals[0]?.length ?? 0;
  const quiet = new Uint8Array(count);
  const nextDay = window.from < window.to ? 0 : day;
  for (const local of locals) {
    for (let date = Math.floor(start / day) * day - 2 * day; date < start + count * minute + day; date += day) {
      const begins = firstFrom(local, date + timeMs(window.from), start);
      const ends = lastUntil(local, date + nextDay + timeMs(window.to), start);
      if (begins < ends && window.from !== window.to) quiet.fill(1, begins, ends);
    }
  }
  const free = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  for (let index = count - 1; index >= 0; index -= 1) free[index] = quiet[index] === 1 ? (free[index + 1] ?? 0) : start + index * minute;
  return (at) => Math.max(at, free[Math.floor((at - start) / minute)] ?? Number.POSITIVE_INFINITY);
}

/** No clock is further from UTC. */
const furthest = 15 * 60;

function firstFrom(local: Float64Array, time: number, start: number): number {
  let index = Math.max(0, (time - start) / minute - furthest);
  while (index < local.length && (local[index] ?? 0) < time) index += 1;
  return index;
}

function lastUntil(local: Float64Array, time: number, start: number): number {
  let index = Math.min(local.length - 1, (time - start) / minute + furthest);
  while (index >= 0 && (local[index] ?? 0) > time) index -= 1;
  return local[index] === time ? index : index + 1;
}

function timeMs(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * minute;
}
