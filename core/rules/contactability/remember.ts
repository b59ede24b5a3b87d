/** Days that are kept; beyond that all are forgotten, so that no stream of zones can fill the memory. */
const most = 20_000;

/** Keeps what was worked out for a key and a UTC day: clocks are asked once a day, not once a message. */
export function remember<T>(): (key: string, day: number, work: () => T) => T {
  const kept = new Map<string, Map<number, T>>();
  let size = 0;
  return (key, day, work) => {
    const known = kept.get(key)?.get(day);
    if (known !== undefined) return known;
    const value = work();
    if (size >= most) {
      kept.clear();
      size = 0;
    }
    const days = kept.get(key) ?? new Map<number, T>();
    kept.set(key, days.set(day, value));
    size += 1;
    return value;
  };
}
