import { fail } from "#core/errors.ts";
import type { TagRecord } from "#core/model/records.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";
import { type TaggedContact, tagsOf } from "#core/usecases/contacts/tagged.ts";
import { draftTag, getTag } from "./tags.ts";

export type TagChoice = { contactId: string } & ({ tagId: string } | { name: string });

/** Puts a tag on a contact: one that exists, or a name, which makes the tag when it is new. */
export async function attachTag(ctx: Context, input: TagChoice): Promise<TaggedContact> {
  const { contactId } = input;
  return retrying(ctx, async () => {
    const contact = await requireContact(ctx, contactId);
    const held = await tagsOf(ctx, contactId);
    const changes = new ChangeSet();
    const tag = "tagId" in input ? await requireTag(ctx, input.tagId) : await tagNamed(ctx, input.name, changes);
    if (held.some(({ id }) => id === tag.id)) return commit(ctx, changes, { contact, tags: held });
    changes.insert("contactTags", { agentId: ctx.store.agentId, contactId, tagId: tag.id, createdAt: ctx.now() });
    const tags = [...held, tag].sort((a, b) => (a.nameKey < b.nameKey ? -1 : 1));
    return commit(ctx, changes, { contact, tags });
  });
}

async function requireTag(ctx: Context, id: string): Promise<TagRecord> {
  const errors = [{ pointer: "/tagId", detail: "does not exist" }];
  return (await ctx.store.labels.findTag(id)) ?? fail("not_found", `tag ${id} does not exist`, { errors });
}

async function tagNamed(ctx: Context, name: string, changes: ChangeSet): Promise<TagRecord> {
  const draft = draftTag(ctx, name);
  const known = await ctx.store.labels.tagByKey(draft.nameKey);
  if (known) return known;
  changes.insert("tags", draft);
  return draft;
}

/** Takes a tag off a contact; one that it does not carry is no fault. */
export async function detachTag(ctx: Context, { contactId, tagId }: { contactId: string; tagId: string }): Promise<TaggedContact> {
  return retrying(ctx, async () => {
    const contact = await requireContact(ctx, contactId);
    await getTag(ctx, { id: tagId });
    const tags = (await tagsOf(ctx, contactId)).filter(({ id }) => id !== tagId);
    const changes = new ChangeSet().remove("contactTags", { agentId: ctx.store.agentId, contactId, tagId });
    return commit(ctx, changes, { contact, tags });
  });
}
