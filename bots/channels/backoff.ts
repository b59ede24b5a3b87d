/** Ms to wait after the nth failure in a row (from 1): doubles from `first`, never over `most`. */
export function backoff(failures: number, first: number, most: number): number {
  return Math.min(most, first * 2 ** Math.min(failures - 1, 30));
}
