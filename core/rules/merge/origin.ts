import type { ContactOrigin } from "#core/model/merge.ts";

export function originOf({ createdAt, source, sourceDetail }: ContactOrigin): ContactOrigin {
  return { createdAt, source, sourceDetail };
}

/** When and how the person first came to us: the earliest of all records made of them, the first of several as early. */
export function earliestOrigin(first: ContactOrigin, ...others: ContactOrigin[]): ContactOrigin {
  return originOf(others.reduce((earliest, other) => (other.createdAt < earliest.createdAt ? other : earliest), first));
}
