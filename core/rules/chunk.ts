/** The event loop is blocked while a chunk is written, so a chunk should take about this long, in ms. */
const shortMs = 12;
const longMs = 30;

/** How many are done in the next chunk, after `size` took so long: twice as many, as many, or half. */
export function nextChunk(size: number, tookMs: number, { min, max }: { min: number; max: number }): number {
  if (tookMs > longMs) return Math.max(min, Math.floor(size / 2));
  return tookMs < shortMs ? Math.min(max, size * 2) : size;
}
