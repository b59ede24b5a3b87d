import type { AttributeValue, ContactRecord, PeopleBy } from "#core/model/records.ts";

export type PeopleEntry = PeopleBy[string];

const attributePrefix = "attribute:";
/** Attributes taken out by people that are remembered as such: an import leaves them out. */
const maxTakenOut = 100;

export const attributePlace = (key: string) => `${attributePrefix}${key}`;

/** Who wrote it; null: it is not stored. */
export function writerOf(by: PeopleBy | null | undefined, place: string): PeopleEntry | null {
  return by?.[place] ?? null;
}

/** The entries with these added; null removes one. */
export function withWriters(
  by: PeopleBy | null | undefined,
  entries: readonly (readonly [place: string, entry: PeopleEntry | null])[],
): PeopleBy | null {
  const after = { ...by };
  for (const [place, entry] of entries) {
    if (entry === null) delete after[place];
    else after[place] = entry;
  }
  return Object.keys(after).length === 0 ? null : after;
}

/** Removes the oldest entries of attributes that no longer exist. */
export function withoutOldest(by: PeopleBy | null, attributes: ContactRecord["attributes"]): PeopleBy | null {
  const gone = Object.entries(by ?? {}).filter(
    ([place]) => place.startsWith(attributePrefix) && !Object.hasOwn(attributes, place.slice(attributePrefix.length)),
  );
  if (gone.length <= maxTakenOut) return by;
  const oldest = gone.sort(([, a], [, b]) => b.at - a.at).slice(maxTakenOut);
  return withWriters(
    by,
    oldest.map(([place]) => [place, null]),
  );
}

/** True when people write something new: another value, or one that is not known to be theirs. */
export function isNewlyWritten(held: AttributeValue | undefined, given: AttributeValue, entry: PeopleEntry | null): boolean {
  const isNothing = (held === undefined || held === null) && given === null;
  return held !== given ? !isNothing : !isNothing && entry?.provenance !== "human";
}

/** True when an import may write the value: nobody or an import wrote it. A value without an entry was written by people. */
export function isOpenToImports(held: AttributeValue | undefined, entry: PeopleEntry | null): boolean {
  return held === undefined || held === null ? entry?.provenance !== "human" : entry?.provenance === "integration";
}
