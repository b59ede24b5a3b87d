import { isRecord } from "#core/rules/same.ts";

/** Paths of the fields that were given and that the schema has left out: so that a misspelled field is reported and not silently dropped. */
export function unknownFields(given: unknown, parsed: unknown): string[][] {
  if (Array.isArray(given) && Array.isArray(parsed)) return given.flatMap((each, i) => within(String(i), each, parsed[i]));
  if (!isRecord(given) || !isRecord(parsed)) return [];
  return Object.entries(given).flatMap(([key, value]) => (Object.hasOwn(parsed, key) ? within(key, value, parsed[key]) : [[key]]));
}

function within(step: string, given: unknown, parsed: unknown): string[][] {
  return unknownFields(given, parsed).map((path) => [step, ...path]);
}
