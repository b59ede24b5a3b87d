import { fail } from "#core/errors.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import { type TaggedContact, tagsOf } from "./tagged.ts";

export async function getContact(ctx: Context, { id }: { id: string }): Promise<TaggedContact> {
  const contact = await requireContact(ctx, id);
  return { contact, tags: await tagsOf(ctx, id) };
}

/** The contact; `gone`, with the id of who it is now, when it was merged, else `not_found`. `pointer` is the field that the id came in. */
export async function requireContact(ctx: Context, id: string, pointer?: string): Promise<ContactRecord> {
  return (await ctx.store.contacts.find(id)) ?? noContact(ctx, id, pointer);
}

/** Says why there is no contact of this id. */
export async function noContact(ctx: Context, id: string, pointer?: string): Promise<never> {
  const at = (detail: string) => (pointer === undefined ? {} : { errors: [{ pointer, detail }] });
  const canonical = await canonicalId(ctx, id);
  if (canonical === null) return fail("not_found", `contact ${id} does not exist`, at("does not exist"));
  return fail("gone", `contact ${id} is now part of contact ${canonical}`, { contactId: canonical, ...at(`is now part of contact ${canonical}`) });
}

/** Who a merged contact is now, however often they were merged; null: nobody. */
export async function canonicalId(ctx: Context, id: string): Promise<string | null> {
  const merge = await ctx.store.merges.of(id);
  return merge === null ? null : ((await canonicalId(ctx, merge.intoId)) ?? merge.intoId);
}
