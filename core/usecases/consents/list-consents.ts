import type { ConsentRecord } from "#core/model/consent.ts";
import type { Context } from "#core/ports/context.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";

/** The ledger of a contact, oldest first. */
export async function listConsents(ctx: Context, { id }: { id: string }): Promise<ConsentRecord[]> {
  await requireContact(ctx, id);
  return ctx.store.consents.ofContact(id);
}
