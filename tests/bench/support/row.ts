/** One line of the table. `ratio` is within one run: ours over the limit; `goal` says when it is met. */
export type BenchRow = { what: string; measured: string; limit: string; ratio: number | null; goal: string; met: boolean | null };

/** The middle value; rounds differ, the machine is shared. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

export function perSecond(value: number): string {
  return `${Math.round(value).toLocaleString("en")}/s`;
}

export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
}
