export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Whole days since 1970 in UTC, from ms since 1970. */
export function utcDay(at: number): number {
  return Math.floor(at / day);
}

/** The earliest of some instants that may be absent; null when there is none. */
export function earliest(...instants: readonly (number | null)[]): number | null {
  let first: number | null = null;
  for (const instant of instants) if (instant !== null && (first === null || instant < first)) first = instant;
  return first;
}
