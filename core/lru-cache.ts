/** A map of at most `most` entries. When it is full, the entry that was read or written longest ago gives way. */
export class LruCache<K, V> {
  private readonly most: number;
  private readonly entries = new Map<K, V>();
  /** The newest entry: reading it again moves nothing. */
  private newest: K | undefined;

  constructor(most: number) {
    this.most = most;
  }

  get(key: K): V | undefined {
    const value = this.entries.get(key);
    if (value === undefined || key === this.newest) return value;
    this.entries.delete(key);
    this.entries.set(key, value);
    this.newest = key;
    return value;
  }

  set(key: K, value: V): void {
    this.entries.delete(key);
    const [oldest] = this.entries.keys();
    if (this.entries.size >= this.most && oldest !== undefined) this.entries.delete(oldest);
    this.entries.set(key, value);
    this.newest = key;
  }

  delete(key: K): void {
    this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
  }
}
