import type { MergeRecord } from "#core/model/people/merge.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";

/** The merges of a contact, also those that were undone, newest first. */
export async function listMerges(ctx: Context, { id, page }: { id: string; page: PageQuery }): Promise<Page<MergeRecord>> {
  await requireContact(ctx, id);
  return ctx.store.merges.historyPage(id, page);
}
