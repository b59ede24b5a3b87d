import type { NoteRecord } from "#core/model/records.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";

/** What staff write about a contact; customers never see it. */
export async function addNote(ctx: Context, { contactId, text }: { contactId: string; text: string }): Promise<NoteRecord> {
  return retrying(ctx, async () => {
    await requireContact(ctx, contactId);
    const note = { id: ctx.newId("not"), agentId: ctx.store.agentId, contactId, text, by: ctx.actor.id, createdAt: ctx.now() };
    return commit(ctx, new ChangeSet().insert("notes", note), note);
  });
}
