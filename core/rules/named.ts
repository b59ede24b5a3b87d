/** The entry under a name from outside; names of inherited properties such as "constructor" are not found. */
export function named<V>(table: Readonly<Record<string, V>>, name: string): V | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
