const minute = 60_000;

/**
 * Times for the turns of one dialogue that lack one: a minute after the turn before it, but not past the next known time;
 * a beginning without times leads up to the first known one; without any, the last turn is `now`.
 */
export function fillTimes(known: readonly (number | null)[], now: number): number[] {
  const first = known.findIndex((at) => at !== null);
  if (first === -1) return known.map((_, index) => now - (known.length - 1 - index) * minute);

  const times: number[] = [];
  for (const [index, at] of known.entries()) {
    const before = times[index - 1];
    if (at !== null) times.push(at);
    else if (before === undefined) times.push((known[first] ?? now) - (first - index) * minute);
    else if (index < first) times.push(before + minute);
    else times.push(Math.min(before + minute, known.slice(index).find((later) => later !== null) ?? Math.max(now, before)));
  }
  return times;
}

/** The longest span over which messages without a time are spread: they stay newer than a day, and so are no history. */
const spanMs = 12 * 60 * minute;

/** The time of message line `number` of `count` when it has none: a minute apart, closer in a long file, ending now. */
export function timeOfLine(number: number, count: number, now: number): number {
  const step = Math.min(minute, spanMs / Math.max(count, 1));
  return Math.round(now - Math.max(count - number, 0) * step);
}
