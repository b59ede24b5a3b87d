import { fail } from "#core/errors.ts";
import type { ContactFilter } from "#core/model/contact-filter.ts";
import type { Context } from "#core/ports/context.ts";

/** A filter that may name a segment: its filter must hold beside the others. */
export type ChosenFilter = ContactFilter & { segment?: string };

/** The filter as a store takes it; a segment of somebody else is not found. */
export async function resolveFilter(ctx: Context, { segment: id, ...filter }: ChosenFilter): Promise<ContactFilter> {
  if (id === undefined) return filter;
  const errors = [{ pointer: "/segment", detail: "does not exist" }];
  const segment = (await ctx.store.segments.find(id)) ?? fail("not_found", `segment ${id} does not exist`, { errors });
  return { ...filter, and: segment.filter };
}
