import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";
import { type TaggedContact, tagsOf } from "#core/usecases/contacts/tagged.ts";
import { getTag } from "./get-tag.ts";

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
