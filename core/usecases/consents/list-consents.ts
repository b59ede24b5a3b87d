import type { ConsentRecord } from "#core/model/people/consent.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";

/** The ledger of a contact, oldest first. */
export async function listConsents(ctx: Context, { id, page }: { id: string; page: PageQuery }): Promise<Page<ConsentRecord>> {
  await requireContact(ctx, id);
  return ctx.store.consents.pageOfContact(id, page);
}
