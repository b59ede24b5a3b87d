/** Hashed keys of lines in shards, so that making room never takes long: one of them grows at a time. */
const shardBits = 6;
/** Twelve bytes a slot, three slots in four taken at most: 100 MB. */
const mostKeys = 6_000_000;

/**
 * The first line of a file about each person, by their keys, in twelve bytes a key, since a file has millions. Keys are 64-bit
 * hashes: among six million a collision has a chance of one in a million and only makes a dry run report a false "same person".
 */
export class LineIndex {
  private readonly shards = Array.from({ length: 2 ** shardBits }, () => new Shard());
  private readonly most: number;
  private size = 0;

  constructor(most = mostKeys) {
    this.most = most;
  }

  /** True when the index is full, so that later lines are not compared with all earlier ones. */
  get isFull(): boolean {
    return this.size >= this.most;
  }

  get(key: string): number | undefined {
    const high = hashOf(key, highSeed);
    return this.shardOf(high)?.get(high, hashOf(key, lowSeed));
  }

  /** Lines count from 1. The first line of a key stays. */
  add(key: string, line: number): void {
    if (this.isFull) return;
    const high = hashOf(key, highSeed);
    if (this.shardOf(high)?.add(high, hashOf(key, lowSeed), line)) this.size += 1;
  }

  private shardOf(high: number): Shard | undefined {
    return this.shards[high >>> (32 - shardBits)];
  }
}

/** A hash table with open addressing. */
class Shard {
  private size = 0;
  private high = new Uint32Array(64);
  private low = new Uint32Array(64);
  private line = new Uint32Array(64);

  get(high: number, low: number): number | undefined {
    return this.line[this.slotOf(high, low)] || undefined;
  }

  /** False when the key is there. */
  add(high: number, low: number, line: number): boolean {
    if (this.size * 4 >= this.line.length * 3) this.grow();
    const slot = this.slotOf(high, low);
    if (this.line[slot]) return false;
    this.high[slot] = high;
    this.low[slot] = low;
    this.line[slot] = line;
    this.size += 1;
    return true;
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
      if (held) this.add(high[slot] ?? 0, low[slot] ?? 0, held);
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
