import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { requireConfirmation } from "#core/rules/bulk/confirmation.ts";
import { addAuditLine, commit, retrying } from "#core/usecases/commit.ts";
import { bulkSize } from "#core/usecases/operations/preview-bulk.ts";
import { removePosts } from "#core/usecases/staff-chat/remove-posts.ts";
import { saveSuppressions } from "#core/usecases/suppressions/save-suppressions.ts";

export type Receipt = { contactId: string; deleted: Record<string, number> };
export type Deletion = { receipts: Receipt[]; notFound: string[] };

/**
 * Erases contacts for good, with a line in the audit log for each in the same commit. Doing it again is harmless, so the
 * answer, which counts what the commit has taken, may be saved in a commit of its own. Throws at /confirm when they are so many
 * that their number has to be confirmed (core/rules/bulk/confirmation.ts); whoever names one contact knows how many they are.
 */
export async function deleteContacts(ctx: Context, { ids, confirm }: { ids: readonly string[]; confirm?: number | undefined }): Promise<Deletion> {
  const given = [...new Set(ids)];
  const size = await bulkSize(ctx, { ids: given });
  if (given.length > 1 && size.count > 0) requireConfirmation(size, confirm);
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
