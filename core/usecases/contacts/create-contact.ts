import type { Source } from "#core/model/vocabulary.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { changeContacts } from "#core/usecases/contact-change/change-contacts.ts";
import { newContact } from "./new-contact.ts";
import { peopleFields, type WrittenFields } from "./people-fields.ts";
import { type StaffDetails, staffDetails } from "./staff-details.ts";
import type { TaggedContact } from "./tagged.ts";

export type ContactDraft = StaffDetails & WrittenFields & { source: Source; sourceDetail?: string | null | undefined };

/** Creates a contact by hand. Throws `conflict` for an e-mail or phone that is verified for another contact. */
export async function createContact(ctx: Context, input: ContactDraft): Promise<TaggedContact> {
  return retrying(ctx, async () => {
    const settings = await ctx.store.settings.current();
    const changes = new ChangeSet();
    const empty = { ...newContact(ctx, input.source), sourceDetail: input.sourceDetail ?? null };
    const facts = await staffDetails(ctx, changes, empty, input);
    const draft = { ...empty, ...(await peopleFields(ctx, changes, empty, input)) };
    const change = { before: null, draft, facts, cause: { kind: "detail", ref: facts[0]?.id ?? null } } as const;
    const changed = await changeContacts(ctx, changes, settings, [change]);
    return commit(ctx, changes, { contact: changed.get(draft.id) ?? draft, tags: [] });
  });
}
