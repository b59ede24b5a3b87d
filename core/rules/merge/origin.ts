import type { Origin } from "#core/model/merge.ts";

export function originOf({ createdAt, source, sourceDetail }: Origin): Origin {
  return { createdAt, source, sourceDetail };
}

/** When and how the person first came to us: the earliest of all records made of them, the first of several as early. */
export function earliestOrigin(first: Origin, ...others: Origin[]): Origin {
  return originOf(others.reduce((earliest, other) => (other.createdAt < earliest.createdAt ? other : earliest), first));
}
