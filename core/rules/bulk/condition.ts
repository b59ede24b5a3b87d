import { invalidField } from "#core/errors.ts";
import type { ContactFilter } from "#core/model/contact-filter.ts";
import { searchWords } from "../text/search.ts";

/** The filter without what holds for everybody: a `q` in which nothing can be searched for, and a nested filter without conditions. */
export function withoutIdleConditions({ q, and, ...others }: ContactFilter): ContactFilter {
  const nested = and && withoutIdleConditions(and);
  return {
    ...others,
    ...(q !== undefined && searchWords(q).length > 0 && { q }),
    ...(nested && hasCondition(nested) && { and: nested }),
  };
}

/** Whether anybody could be left out by the filter. */
export function hasCondition(filter: ContactFilter): boolean {
  const { and, q, ...others } = filter;
  const isGiven = Object.values(others).some((value) => value !== undefined);
  return isGiven || (q !== undefined && searchWords(q).length > 0) || (and !== undefined && hasCondition(and));
}

/**
 * The filter without idle conditions. Throws CrmError `invalid` at /filter when nothing is left of it: what is done to many
 * people is never done to everybody because a condition was forgotten or came out empty.
 */
export function requireCondition(filter: ContactFilter): ContactFilter {
  if (!hasCondition(filter)) throw invalidField("/filter", "must name a condition: as it is, it holds for everybody");
  return withoutIdleConditions(filter);
}
