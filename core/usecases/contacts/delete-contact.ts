import type { Context } from "#core/ports/context.ts";
import { deleteContacts, type Receipt } from "./delete-contacts.ts";
import { noContact } from "./get-contact.ts";

export async function deleteContact(ctx: Context, { id }: { id: string }): Promise<Receipt> {
  const { receipts } = await deleteContacts(ctx, { ids: [id] });
  return receipts[0] ?? noContact(ctx, id);
}
