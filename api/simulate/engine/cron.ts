import { day, hour, minute } from "#core/rules/time.ts";

/** The first minute at or after an instant that the expression names; ms since 1970, UTC. Null: none within five years. */
export type Cron = (from: number) => number | null;

const horizon = 5 * 366 * day;
const bounds = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const;

/** Reads five fields: minute, hour, day of the month, month, day of the week (0 and 7 are Sunday). */
export function parseCron(expression: string): Cron {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== 5) throw new Error(`"${expression}" has not five fields`);
  const [minutes, hours, dates, months, weekdays] = bounds.map(([from, to], index) => namedBy(fields[index] ?? "*", from, to, expression));
  const isAnyDate = fields[2] === "*";
  const isAnyWeekday = fields[4] === "*";

  function isDay(at: Date): boolean {
    if (!months?.has(at.getUTCMonth() + 1)) return false;
    const isDate = dates?.has(at.getUTCDate()) ?? false;
    const weekday = at.getUTCDay();
    const isWeekday = (weekdays?.has(weekday) ?? false) || (weekday === 0 && (weekdays?.has(7) ?? false));
    // Where both are restricted, either will do.
    return isAnyDate || isAnyWeekday ? isDate && isWeekday : isDate || isWeekday;
  }

  return (from) => {
    let at = Math.ceil(from / minute) * minute;
    while (at - from < horizon) {
      const date = new Date(at);
      if (!isDay(date)) at = (Math.floor(at / day) + 1) * day;
      else if (!hours?.has(date.getUTCHours())) at = (Math.floor(at / hour) + 1) * hour;
      else if (!minutes?.has(date.getUTCMinutes())) at += minute;
      else return at;
    }
    return null;
  };
}

function namedBy(field: string, from: number, to: number, expression: string): Set<number> {
  const named = new Set<number>();
  for (const part of field.split(",")) {
    const match = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
    if (!match) throw new Error(`"${part}" in "${expression}" is not understood`);
    const first = match[1] === undefined ? from : Number(match[1]);
    const isOpen = match[1] === undefined || (match[2] === undefined && match[3] !== undefined);
    const last = isOpen ? to : Number(match[2] ?? first);
    for (let value = first; value <= last; value += Math.max(1, Number(match[3] ?? 1))) named.add(value);
  }
  return named;
}
