import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import type { ContactSort } from "#core/ports/store.ts";
import { type ChosenFilter, resolveFilter } from "#core/usecases/segments/resolve-filter.ts";
import { type TaggedContact, withTags } from "./tagged.ts";

export type ContactListing = Page<TaggedContact> & { total: number | null };

/** One keyset page; the total is counted only when it is asked for. */
export async function listContacts(
  ctx: Context,
  input: { filter: ChosenFilter; sort: ContactSort; page: PageQuery; withTotal: boolean },
): Promise<ContactListing> {
  const filter = await resolveFilter(ctx, input.filter);
  const { data, nextCursor } = await ctx.store.contacts.list(filter, input.sort, input.page);
  const total = input.withTotal ? await ctx.store.contacts.count(filter) : null;
  return { data: await withTags(ctx, data), nextCursor, total };
}
