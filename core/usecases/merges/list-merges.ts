import type { MergeRecord } from "#core/model/merge.ts";
import type { Context } from "#core/ports/context.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";

/** Merges that the contact had part in, also those undone, newest first. */
export async function listMerges(ctx: Context, { id }: { id: string }): Promise<MergeRecord[]> {
  await requireContact(ctx, id);
  return ctx.store.merges.history(id);
}
