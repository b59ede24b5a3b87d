import type { FilledField } from "#core/model/merge.ts";
import type { ContactRecord } from "#core/model/records.ts";

/** Columns that people write, which a merge fills where they are empty. */
export type People = Pick<ContactRecord, "ownerId" | "branchId" | "timeZone" | "vipOverride" | "attributes">;

const columns = ["ownerId", "branchId", "timeZone", "vipOverride"] as const;

export function peopleOf({ ownerId, branchId, timeZone, vipOverride, attributes }: People): People {
  return { ownerId, branchId, timeZone, vipOverride, attributes };
}

/** What the remaining contact lacks and the other has. */
export function fillsFrom(into: People, from: People): FilledField[] {
  const ofColumns = columns.flatMap((field): FilledField[] => {
    const value = from[field];
    return into[field] === null && value !== null ? [{ field, value }] : [];
  });
  const ofAttributes = Object.entries(from.attributes)
    .filter(([key]) => !Object.hasOwn(into.attributes, key))
    .map(([key, value]): FilledField => ({ field: "attribute", key, value }));
  return [...ofColumns, ...ofAttributes];
}

export function withFills(people: People, filled: readonly FilledField[]): People {
  return { ...people, ...columnsOf(filled, ({ value }) => value), attributes: { ...people.attributes, ...attributesOf(filled) } };
}

/** Takes the fills back that still hold; what people have written since stays. `freed`: those that were taken back. */
export function withoutFills(people: People, filled: readonly FilledField[]): { people: People; freed: FilledField[] } {
  const freed = filled.filter((fill) => (fill.field === "attribute" ? people.attributes[fill.key] : people[fill.field]) === fill.value);
  const gone = attributesOf(freed);
  const attributes = Object.fromEntries(Object.entries(people.attributes).filter(([key]) => !Object.hasOwn(gone, key)));
  return { people: { ...people, ...columnsOf(freed, () => null), attributes }, freed };
}

function columnsOf<V>(filled: readonly FilledField[], toValue: (fill: FilledField) => V): Record<string, V> {
  return Object.fromEntries(filled.filter(({ field }) => field !== "attribute").map((fill) => [fill.field, toValue(fill)]));
}

function attributesOf(filled: readonly FilledField[]): People["attributes"] {
  return Object.fromEntries(filled.flatMap((fill) => (fill.field === "attribute" ? [[fill.key, fill.value]] : [])));
}

/** True when both are the same place of the card. */
export function isSamePlace(a: FilledField, b: FilledField): boolean {
  return a.field === b.field && (a.field !== "attribute" || b.field !== "attribute" || a.key === b.key);
}
