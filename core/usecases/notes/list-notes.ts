import type { NoteRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";

export async function listNotes(ctx: Context, { contactId, page }: { contactId: string; page: PageQuery }): Promise<Page<NoteRecord>> {
  await requireContact(ctx, contactId);
  return ctx.store.labels.notes(contactId, page);
}
