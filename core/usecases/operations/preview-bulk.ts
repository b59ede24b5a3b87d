import type { BulkWork, ContactChoice } from "#core/model/operations/operation.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { requireCondition } from "#core/rules/bulk/condition.ts";
import { type BulkSize, needsConfirmation } from "#core/rules/bulk/confirmation.ts";
import { commit } from "#core/usecases/commit.ts";
import { type ChosenFilter, resolveFilter } from "#core/usecases/segments/resolve-filter.ts";
import { refuseMissingTarget } from "./bulk-target.ts";

/** The contacts of a bulk operation as a request names them: by ids, or by a filter. */
export type BulkSelection = { ids: readonly string[] } | { filter: ChosenFilter };

export type BulkPreview = BulkSize & { needsConfirmation: boolean };

/** How many contacts a bulk operation would change now, and whether their number must be confirmed. Changes nothing. */
export async function previewBulk(ctx: Context, { work, choice }: { work: BulkWork; choice: BulkSelection }): Promise<BulkPreview> {
  await refuseMissingTarget(ctx, work);
  const size = await bulkSize(ctx, await resolveSelection(ctx, choice));
  return commit(ctx, new ChangeSet(), { ...size, needsConfirmation: needsConfirmation(size) });
}

/** Sorted ids without repeats, or a filter with its segment resolved. Throws CrmError `invalid` for a filter without a condition. */
export async function resolveSelection(ctx: Context, selection: BulkSelection): Promise<ContactChoice> {
  if ("ids" in selection) return { ids: [...new Set(selection.ids)].sort() };
  return { filter: requireCondition(await resolveFilter(ctx, selection.filter, "/filter")) };
}

/** The number of contacts that are chosen. Ids of no contact are not counted. */
export async function bulkSize(ctx: Context, choice: ContactChoice): Promise<BulkSize> {
  const { contacts } = ctx.store;
  const count = "ids" in choice ? (await contacts.existing(choice.ids)).length : await contacts.count(choice.filter);
  return { count, people: await contacts.count({}) };
}
