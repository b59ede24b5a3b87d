import type { ContactRecord, TagRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";

/** A contact with its tags, in the order of their names. */
export type TaggedContact = { contact: ContactRecord; tags: TagRecord[] };

/** Adds the tags to contacts in one query. */
export async function withTags(ctx: Context, contacts: readonly ContactRecord[]): Promise<TaggedContact[]> {
  if (contacts.length === 0) return [];
  const tags = await ctx.store.labels.tagsOf(contacts.map(({ id }) => id));
  return contacts.map((contact) => ({ contact, tags: tags.get(contact.id) ?? [] }));
}

export async function tagsOf(ctx: Context, contactId: string): Promise<TagRecord[]> {
  return (await ctx.store.labels.tagsOf([contactId])).get(contactId) ?? [];
}
