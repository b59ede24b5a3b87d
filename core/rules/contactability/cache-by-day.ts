/** Above so many cached days the cache is emptied, so that requests with ever new zones cannot fill the memory. */
const mostDays = 20_000;

/** A cache for values that depend on a key and a UTC day: computing local time is slow, so it is done once a day, not once a message. */
export function cacheByDay<T>(): (key: string, day: number, work: () => T) => T {
  const cache = new Map<string, Map<number, T>>();
  let size = 0;
  return (key, day, work) => {
    const known = cache.get(key)?.get(day);
    if (known !== undefined) return known;
    const value = work();
    if (size >= mostDays) {
      cache.clear();
      size = 0;
    }
    const days = cache.get(key) ?? new Map<number, T>();
    cache.set(key, days.set(day, value));
    size += 1;
    return value;
  };
}
