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

/** Throws `gone` with the present id for a merged contact, else `not_found`. */
export async function noContact(ctx: Context, id: string, pointer?: string): Promise<never> {
  const at = (detail: string) => (pointer === undefined ? {} : { errors: [{ pointer, detail }] });
  const canonical = await canonicalId(ctx, id);
  if (canonical === null) return fail("not_found", `contact ${id} does not exist`, at("does not exist"));
  return fail("gone", `contact ${id} is now part of contact ${canonical}`, { contactId: canonical, ...at(`is now part of contact ${canonical}`) });
}

/** The id of the contact that a merged one is part of now, through any number of merges; null: none. */
export async function canonicalId(ctx: Context, id: string): Promise<string | null> {
  const merge = await ctx.store.merges.of(id);
  return merge === null ? null : ((await canonicalId(ctx, merge.intoId)) ?? merge.intoId);
}
