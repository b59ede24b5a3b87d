import { fail } from "#core/errors.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import { type TaggedContact, tagsOf } from "./tagged.ts";

export async function getContact(ctx: Context, { id }: { id: string }): Promise<TaggedContact> {
  const contact = await requireContact(ctx, id);
  return { contact, tags: await tagsOf(ctx, id) };
}

/** The contact, or `not_found`. */
export async function requireContact(ctx: Context, id: string): Promise<ContactRecord> {
  return (await ctx.store.contacts.find(id)) ?? fail("not_found", `contact ${id} does not exist`);
}
