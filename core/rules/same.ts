/** Values by name, of a document whose shape is not known. */
export type ReadonlyRecord = Readonly<Record<string, unknown>>;

/** Whether two values of JSON say the same, whatever the order of their keys. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, i) => isSame(each, b[i]));
  if (!isRecord(a) || !isRecord(b)) return Object.is(a, b) || a === b;
  return hasSameKeys(a, b) && Object.keys(a).every((key) => isSame(a[key], b[key]));
}

/** An object that is no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function hasSameKeys(a: object, b: object): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key));
}
