import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { ChangedContact } from "#core/usecases/contact-change/contact-change.ts";
import { noticeConflicts } from "./notice-conflicts.ts";
import { noticeDuplicates, type ProposalOptions } from "./notice-duplicates.ts";
import { noticeNearMiss } from "./notice-near-miss.ts";

/**
 * What a commit gives reason to ask people about: two contacts that seem one, values that contradict, somebody who seems not
 * to want to be written to. Called when its addresses and identities are in the change set; what it proposes is kept with them.
 */
export async function propose(ctx: Context, changes: ChangeSet, changed: readonly ChangedContact[], options: ProposalOptions = {}): Promise<void> {
  await noticeConflicts(ctx, changes, changed);
  await noticeDuplicates(ctx, changes, changed, options);
  await noticeNearMiss(ctx, changes, changed);
}
