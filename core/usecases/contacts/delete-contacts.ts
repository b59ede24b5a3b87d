import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit } from "#core/usecases/commit.ts";

export type Receipt = { contactId: string; deleted: Record<string, number> };
export type Deletion = { receipts: Receipt[]; notFound: string[] };

/** Erases contacts for good. Doing it again is harmless, so the answer may be kept in a commit of its own. */
export async function deleteContacts(ctx: Context, { ids }: { ids: readonly string[] }): Promise<Deletion> {
  const wanted = [...new Set(ids)];
  const counts = await ctx.store.contacts.erase(wanted);
  const deletion: Deletion = { receipts: [], notFound: [] };
  for (const contactId of wanted) {
    const deleted = counts.get(contactId);
    if (deleted) deletion.receipts.push({ contactId, deleted });
    else deletion.notFound.push(contactId);
  }
  return ctx.once ? commit(ctx, new ChangeSet(), deletion) : deletion;
}
