import type { BranchRecord } from "#core/model/records.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Place } from "./opening-times.ts";

/** What may belong to a branch; null: to none. */
export type OfBranch = { branchId: string | null };

/** Where a conversation is looked after: in its branch, else in that of its contact; null: in the business as a whole. */
export function placeOfConversation({ branchId }: OfBranch, contact: OfBranch, branches: readonly BranchRecord[]): Place {
  const id = branchId ?? contact.branchId;
  return id === null ? null : (branches.find((branch) => branch.id === id) ?? null);
}

/** Whether it matters to what is open where somebody is: without hours and closed days it is always open. */
export function hasOpeningTimes({ greeting, duty }: Pick<Settings, "greeting" | "duty">): boolean {
  return greeting.hours !== null || duty.closedDays.length > 0 || duty.branches.length > 0;
}
