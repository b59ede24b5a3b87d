import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { ChangedContact } from "#core/usecases/contact-change/contact-change.ts";
import { noticeConflicts } from "./notice-conflicts.ts";
import { noticeDuplicates, type ProposalOptions } from "./notice-duplicates.ts";
import { noticeNearMiss } from "./notice-near-miss.ts";
import { noticeQuestions } from "./notice-questions.ts";

/**
 * Adds the proposals that a commit gives reason for: likely duplicates, contradicting values, a likely opt-out, what a message may say. Call it after
 * the addresses and identities are in the change set, which it reads.
 */
export async function propose(ctx: Context, changes: ChangeSet, changed: readonly ChangedContact[], options: ProposalOptions = {}): Promise<void> {
  await noticeConflicts(ctx, changes, changed);
  await noticeDuplicates(ctx, changes, changed, options);
  await noticeNearMiss(ctx, changes, changed);
  await noticeQuestions(ctx, changes, changed, options);
}
