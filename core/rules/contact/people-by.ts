import type { AttributeValue, ContactRecord, PeopleBy } from "#core/model/records.ts";

export type PeopleEntry = PeopleBy[string];

const attributePrefix = "attribute:";
/** Attributes taken out by people that are remembered as such: an import leaves them out. */
const maxTakenOut = 100;

export const attributePlace = (key: string) => `${attributePrefix}${key}`;

/** Who wrote it; null: not kept. */
export function writerOf(by: PeopleBy | null | undefined, place: string): PeopleEntry | null {
  return by?.[place] ?? null;
}

/** Entries put in their places; null takes one out. */
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

/** Without the oldest of what is known of attributes that are no more. */
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

/** True when people say it anew: another value, or one that is not known to be theirs. */
export function isSaidAnew(held: AttributeValue | undefined, given: AttributeValue, entry: PeopleEntry | null): boolean {
  const isNothing = (held === undefined || held === null) && given === null;
  return held !== given ? !isNothing : !isNothing && entry?.provenance !== "human";
}

/** True when an import may write: nobody has, or an import. Without an entry it was people, who left out what is empty. */
export function isOpenToImports(held: AttributeValue | undefined, entry: PeopleEntry | null): boolean {
  return held === undefined || held === null ? entry?.provenance !== "human" : entry?.provenance === "integration";
}
