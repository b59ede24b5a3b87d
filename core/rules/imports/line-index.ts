/**
 * Which line of a file first spoke of somebody, by the keys they are known by, in twelve bytes a key: a file has millions.
 * Keys are kept as 64 bits of hash; that two of six million meet is a chance of one in a million, and then a dry run says
 * "same person" of a row that is not. Applying looks the keys themselves up.
 */
export class LineIndex {
  private size = 0;
  private high: Uint32Array;
  private low: Uint32Array;
  private line: Uint32Array;

  /** `capacity` is a power of two. */
  constructor(capacity = 1024) {
    this.high = new Uint32Array(capacity);
    this.low = new Uint32Array(capacity);
    this.line = new Uint32Array(capacity);
  }

  get(key: string): number | undefined {
    const slot = this.slotOf(hashOf(key, highSeed), hashOf(key, lowSeed));
    return this.line[slot] || undefined;
  }

  /** Lines count from 1. The first line of a key stays. */
  add(key: string, line: number): void {
    if (this.size * 4 >= this.line.length * 3) this.grow();
    this.put(hashOf(key, highSeed), hashOf(key, lowSeed), line);
  }

  private put(high: number, low: number, line: number): void {
    const slot = this.slotOf(high, low);
    if (this.line[slot]) return;
    this.high[slot] = high;
    this.low[slot] = low;
    this.line[slot] = line;
    this.size += 1;
  }

  private slotOf(high: number, low: number): number {
    const mask = this.line.length - 1;
    let slot = low & mask;
    while (this.line[slot] && (this.high[slot] !== high || this.low[slot] !== low)) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { high, low, line } = this;
    const capacity = line.length * 2;
    this.high = new Uint32Array(capacity);
    this.low = new Uint32Array(capacity);
    this.line = new Uint32Array(capacity);
    this.size = 0;
    line.forEach((held, slot) => {
      if (held) this.put(high[slot] ?? 0, low[slot] ?? 0, held);
    });
  }
}

const highSeed = 0x9e3779b9;
const lowSeed = 0x85ebca6b;

/** Murmur3's mixing over UTF-16 code units. */
function hashOf(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0xcc9e2d51);
    hash = (hash << 13) | (hash >>> 19);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
