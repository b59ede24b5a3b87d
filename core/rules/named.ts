/** What a table holds under a name from outside: "constructor" is a name like any other. */
export function named<V>(table: Readonly<Record<string, V>>, name: string): V | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
