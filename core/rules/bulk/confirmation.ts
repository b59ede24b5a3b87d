import { CrmError } from "#core/errors.ts";

/** So many people can be changed at once without the number being confirmed, unless they are more than half of all. */
const mostUnconfirmed = 1_000;

/** How many contacts bulk work would touch, and how many contacts there are in all. */
export type BulkSize = { count: number; people: number };

export function needsConfirmation({ count, people }: BulkSize): boolean {
  return count > mostUnconfirmed || count * 2 > people;
}

/**
 * Throws at /confirm: `invalid` when the number has to be confirmed and is not, `conflict` when another number was confirmed
 * than would be touched now. Both carry the number as `count`.
 */
export function requireConfirmation(size: BulkSize, confirm: number | undefined): void {
  const { count, people } = size;
  if (confirm === count || (confirm === undefined && !needsConfirmation(size))) return;
  const detail =
    confirm === undefined
      ? `must be ${count}: that is how many of ${people} people this would change`
      : `is ${confirm}, but this would change ${count} of ${people} people now: look again, then send ${count}`;
  throw new CrmError(confirm === undefined ? "invalid" : "conflict", `/confirm ${detail}`, {
    count,
    people,
    errors: [{ pointer: "/confirm", detail }],
  });
}
