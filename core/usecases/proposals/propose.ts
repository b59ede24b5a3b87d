import type { Fact } from "#core/model/fact.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { noticeConflicts } from "./notice-conflicts.ts";
import { noticeDuplicates } from "./notice-duplicates.ts";
import { noticeNearMiss } from "./notice-near-miss.ts";

/** A contact before (null: it is being made) and after a commit, and the facts it gains. */
export type Touched = { before: ContactRecord | null; after: ContactRecord; facts: readonly Fact[] };

/** `isShown` false: very many pairs come at once, and staff find them in their queue. */
export type Proposing = { isShown?: boolean };

/**
 * What a commit gives reason to ask people about: two contacts that seem one, values that contradict, somebody who seems not
 * to want to be written to. Called when its addresses and identities are in the change set; what it proposes is kept with them.
 */
export async function propose(ctx: Context, changes: ChangeSet, touched: readonly Touched[], asked: Proposing = {}): Promise<void> {
  await noticeConflicts(ctx, changes, touched);
  await noticeDuplicates(ctx, changes, touched, asked);
  await noticeNearMiss(ctx, changes, touched);
}
