import type { ContactOrigin } from "#core/model/people/merge.ts";

export function originOf({ createdAt, source, sourceDetail }: ContactOrigin): ContactOrigin {
  return { createdAt, source, sourceDetail };
}

/** When and by which source the person first came: the earliest origin of the merged records, of equally early ones the first. */
export function earliestOrigin(first: ContactOrigin, ...others: ContactOrigin[]): ContactOrigin {
  return originOf(others.reduce((earliest, other) => (other.createdAt < earliest.createdAt ? other : earliest), first));
}
