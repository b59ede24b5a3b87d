import type { FilledField } from "#core/model/people/merge.ts";
import type { ContactRecord } from "#core/model/records.ts";
import { attributePlace, withWriters, writerOf } from "#core/rules/contact/people-by.ts";

/** Columns that people write, which a merge fills where they are empty. */
export type People = Pick<ContactRecord, "ownerId" | "branchId" | "timeZone" | "vipOverride" | "attributes" | "peopleBy">;

const columns = ["ownerId", "branchId", "timeZone", "vipOverride"] as const;

export function peopleOf({ ownerId, branchId, timeZone, vipOverride, attributes, peopleBy }: People): People {
  return { ownerId, branchId, timeZone, vipOverride, attributes, peopleBy };
}

/** The values that the remaining contact lacks and the other has. */
export function fillsFrom(into: People, from: People): FilledField[] {
  const ofColumns = columns.flatMap((field): FilledField[] => {
    const value = from[field];
    return into[field] === null && value !== null ? [{ field, value }] : [];
  });
  const ofAttributes = Object.entries(from.attributes)
    .filter(([key]) => !Object.hasOwn(into.attributes, key))
    .map(([key, value]): FilledField => ({ field: "attribute", key, value }));
  return [...ofColumns, ...ofAttributes].map((fill) => {
    const [by, was] = [writerOf(from.peopleBy, placeOf(fill)), writerOf(into.peopleBy, placeOf(fill))];
    return { ...fill, ...(by && { by }), ...(was && { was }) };
  });
}

const placeOf = (fill: FilledField) => (fill.field === "attribute" ? attributePlace(fill.key) : fill.field);

export function withFills(people: People, filled: readonly FilledField[]): People {
  const peopleBy = withWriters(
    people.peopleBy,
    filled.map((fill) => [placeOf(fill), fill.by ?? null]),
  );
  return { ...people, ...columnsOf(filled, ({ value }) => value), attributes: { ...people.attributes, ...attributesOf(filled) }, peopleBy };
}

/** Undoes the fills whose values are unchanged; what people have written since stays. `freed`: the fills that were undone. */
export function withoutFills(people: People, filled: readonly FilledField[]): { people: People; freed: FilledField[] } {
  const freed = filled.filter((fill) => (fill.field === "attribute" ? people.attributes[fill.key] : people[fill.field]) === fill.value);
  const gone = attributesOf(freed);
  const attributes = Object.fromEntries(Object.entries(people.attributes).filter(([key]) => !Object.hasOwn(gone, key)));
  const peopleBy = withWriters(
    people.peopleBy,
    freed.map((fill) => [placeOf(fill), fill.was ?? null]),
  );
  return { people: { ...people, ...columnsOf(freed, () => null), attributes, peopleBy }, freed };
}

function columnsOf<V>(filled: readonly FilledField[], toValue: (fill: FilledField) => V): Record<string, V> {
  return Object.fromEntries(filled.filter(({ field }) => field !== "attribute").map((fill) => [fill.field, toValue(fill)]));
}

function attributesOf(filled: readonly FilledField[]): People["attributes"] {
  return Object.fromEntries(filled.flatMap((fill) => (fill.field === "attribute" ? [[fill.key, fill.value]] : [])));
}

/** True when both fills are of the same field. */
export function isSamePlace(a: FilledField, b: FilledField): boolean {
  return a.field === b.field && (a.field !== "attribute" || b.field !== "attribute" || a.key === b.key);
}
