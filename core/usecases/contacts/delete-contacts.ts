import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit } from "#core/usecases/commit.ts";
import { removePosts } from "#core/usecases/staff-chat/remove-posts.ts";

export type Receipt = { contactId: string; deleted: Record<string, number> };
export type Deletion = { receipts: Receipt[]; notFound: string[] };

/** Erases contacts for good. Doing it again is harmless, so the answer, and who did it, may be kept in a commit of its own. */
export async function deleteContacts(ctx: Context, { ids }: { ids: readonly string[] }): Promise<Deletion> {
  const wanted = [...new Set(ids)];
  const changes = new ChangeSet();
  await removePosts(ctx, changes, wanted);
  const counts = await ctx.store.contacts.erase(wanted, changes);
  const deletion: Deletion = { receipts: [], notFound: [] };
  for (const contactId of wanted) {
    const deleted = counts.get(contactId);
    if (deleted) deletion.receipts.push({ contactId, deleted });
    else deletion.notFound.push(contactId);
  }
  return ctx.idempotency || ctx.audit ? commit(ctx, new ChangeSet(), deletion) : deletion;
}
