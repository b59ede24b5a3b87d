import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { addAuditLine, commit, retrying } from "#core/usecases/commit.ts";
import { removePosts } from "#core/usecases/staff-chat/remove-posts.ts";
import { saveSuppressions } from "#core/usecases/suppressions/save-suppressions.ts";

export type Receipt = { contactId: string; deleted: Record<string, number> };
export type Deletion = { receipts: Receipt[]; notFound: string[] };

/**
 * Erases contacts for good, with a line in the audit log for each in the same commit. Doing it again is harmless, so the
 * answer, which counts what the commit has taken, may be saved in a commit of its own.
 */
export async function deleteContacts(ctx: Context, { ids }: { ids: readonly string[] }): Promise<Deletion> {
  const given = [...new Set(ids)];
  const counts = await retrying(ctx, () => erase(ctx, given));
  const deletion: Deletion = { receipts: [], notFound: [] };
  for (const contactId of given) {
    const deleted = counts.get(contactId);
    if (deleted) deletion.receipts.push({ contactId, deleted });
    else deletion.notFound.push(contactId);
  }
  return ctx.idempotency || ctx.audit ? commit({ ...ctx, audit: undefined }, new ChangeSet(), deletion) : deletion;
}

async function erase(ctx: Context, given: readonly string[]): Promise<Map<string, Record<string, number>>> {
  const existing = new Set(await ctx.store.contacts.existing(given));
  const found = given.filter((id) => existing.has(id));
  const changes = new ChangeSet();
  await saveSuppressions(ctx, changes, found);
  await removePosts(ctx, changes, found);
  for (const id of found) addAuditLine(ctx.audit ? { ...ctx, audit: { ...ctx.audit, subjectId: id } } : ctx, changes);
  return ctx.store.contacts.erase(found, changes);
}
